package dev.slipway.preview.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSockets, which only the preview's own pages may open. */
class ProxyWebSocketTest extends ProxyTest {

    @Test
    void webSocketIsPassedThrough() throws IOException {
        var visitor = opened();
        try (var browser = visitor.upgrade("/websocket", "http://" + visitor.host() + ":8080")) {
            var head = browser.head();
            assertThat(head)
                    .anyMatch(line -> line.startsWith("HTTP/1.1 101"))
                    .anyMatch("Upgrade: websocket"::equalsIgnoreCase)
                    .anyMatch(line -> line.startsWith("Connection: upgrade"))
                    .anyMatch("Sec-WebSocket-Accept: yes"::equalsIgnoreCase)
                    .noneMatch(line -> line.contains("slipway-session"));
            browser.until("welcome");

            browser.out.write("ping".getBytes(ISO_8859_1));
            browser.until("ping");
            browser.out.write(new byte[300_000]);
            assertThat(browser.in.readNBytes(300_000)).hasSize(300_000);
        }
    }

    @Test
    void browserSeesThatTheAppEndsAWebSocket() throws IOException {
        var visitor = opened();
        try (var browser = visitor.upgrade("/websocket-bye", "http://" + visitor.host() + ":8080")) {
            browser.head();

            assertThat(browser.in.readAllBytes()).asString(ISO_8859_1).isEqualTo("bye");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost:8080",
                "http://p1-node1-abcdefghij.localhost:8080"
            })
    void foreignPageGetsNoWebSocket(String origin) throws IOException {
        try (var browser = opened().upgrade("/websocket", origin)) {
            assertThat(RawBrowser.status(browser.head())).isEqualTo(403);
        }
    }
}
