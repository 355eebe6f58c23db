package dev.slipway.preview.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Messages with which an app or a browser could make the two ends of a connection disagree on the end of a message. */
class ProxyDesyncTest extends ProxyTest {

    @Test
    void appThatSwitchesUnaskedNeverSeesTheNextRequest() throws IOException {
        var ada = opened();
        try (var browser = ada.start("/unasked")) {
            var head = browser.head();

            assertThat(RawBrowser.status(head)).isEqualTo(502);
            browser.send("GET /secret HTTP/1.1", ada.lines(), "Connection: close\r\n", "");
            assertThat(browser.until("hello /secret")).doesNotContain("seized");
        }
    }

    @Test
    void requestWithTwoHostsIsRefusedWhateverTheyAre() throws IOException {
        var ada = opened();
        for (var second :
                new String[] {"Host: localhost:8080", "Host: " + ada.host() + ":8080", "host: evil.example"}) {
            var page = RawBrowser.ask(port, "GET", "/headers", "", ada.lines(second));

            assertThat(page.status()).as(second).isEqualTo(400);
            assertThat(page.body()).doesNotContain("GET /headers");
        }
        var reversed = RawBrowser.ask(
                port, "GET", "/headers", "", "Host: evil.example", "Host: " + ada.host(), "Cookie: " + ada.cookie());
        assertThat(reversed.status()).isEqualTo(400);
    }
}
