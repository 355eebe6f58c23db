package dev.slipway.preview.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.RightsLost;
import dev.slipway.account.SessionKey;
import dev.slipway.account.SignedOut;
import dev.slipway.sandbox.SandboxState;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Number of connections of a preview, and their ends. */
class ProxyConnectionsTest extends ProxyTest {

    @Test
    void signedOutPersonsStreamsEndWithinASecond() throws IOException {
        var visitor = opened();
        try (var answer = visitor.start("/endless");
                var tunnel = visitor.upgrade("/websocket", "http://" + visitor.host() + ":8080")) {
            answer.until("begin\r\n");
            tunnel.until("welcome");
            answer.socket.setSoTimeout(1000);
            tunnel.socket.setSoTimeout(1000);

            events.publishEvent(new RightsLost(ada));

            assertThat(answer.in.readAllBytes()).asString(ISO_8859_1).doesNotContain("0\r\n\r\n");
            assertThat(tunnel.in.readAllBytes()).isEmpty();
        }
        await().untilAsserted(() -> assertThat(visitor.get("/").status()).isEqualTo(403));
    }

    @Test
    void aSignOutEndsThePreviewsOfItsOwnSessionAlone() throws IOException {
        var ended = SessionKey.unshared();
        var ticket = previews.open(ada, ended, target());
        var inEnded = enter(ticket.origin().getHost(), "tab " + ticket.ticket());
        var inOther = opened();

        events.publishEvent(new SignedOut(ada, ended));

        await().untilAsserted(() -> assertThat(inEnded.get("/").status()).isEqualTo(403));
        assertThat(inOther.get("/").status()).isEqualTo(200);
    }

    @Test
    void endedSandboxHasNoPreviews() throws IOException {
        var visitor = opened();
        try (var tunnel = visitor.upgrade("/websocket", "http://" + visitor.host() + ":8080")) {
            tunnel.until("welcome");
            tunnel.socket.setSoTimeout(1000);

            events.publishEvent(sandbox.become(new SandboxState.Ending()));

            assertThat(tunnel.in.readAllBytes()).isEmpty();
        }
        await().untilAsserted(() -> assertThat(visitor.get("/").status()).isEqualTo(403));
    }

    @Test
    void frozenSandboxKeepsItsPreviews() throws IOException {
        var visitor = opened();

        events.publishEvent(sandbox.become(new SandboxState.Frozen()));

        assertThat(visitor.get("/").status()).isEqualTo(200);
    }

    @Test
    void previewHasAsManyConnectionsAsOneMayHave() throws IOException {
        var visitor = opened();
        var browsers = new ArrayList<RawBrowser>();
        try {
            for (var i = 0; i < 64; i++) {
                var browser = visitor.start("/endless");
                browser.until("begin\r\n");
                browsers.add(browser);
            }

            assertThat(visitor.get("/").status()).isEqualTo(503);
        } finally {
            for (var browser : browsers) {
                browser.close();
            }
        }
    }
}
