package dev.slipway.terminal.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Closed;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.http.WebSocketHandshakeException;
import java.security.Principal;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/**
 * Tests of the response to a page of another origin: it contains the reason only if the page's account is signed in.
 */
@SpringBootTest(
        classes = {TerminalSocketTest.Platform.class, OriginRefusalTest.SignedInByHeader.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"slipway.recording.enabled=false", "slipway.url=https://school.example"})
@ExtendWith(OutputCaptureExtension.class)
class OriginRefusalTest {
    private static final String SIGNED_IN = "X-Signed-In";

    @LocalServerPort
    int port;

    /** Replaces the session cookie, which only the whole platform supports. */
    @TestConfiguration
    static class SignedInByHeader {
        @Bean
        Filter principals() {
            return (request, response, chain) -> {
                var signedIn = ((HttpServletRequest) request).getHeader(SIGNED_IN) != null;
                chain.doFilter(signedIn ? new WithPrincipal((HttpServletRequest) request) : request, response);
            };
        }
    }

    private static final class WithPrincipal extends HttpServletRequestWrapper {
        WithPrincipal(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> "ada";
        }
    }

    @Test
    void configuredOriginIsAllowedWhateverHostTheProxyPasses() {
        var client = SocketClient.open(port, Map.of("Origin", "https://school.example"));

        assertThat(client.isClosed()).isFalse();
        client.socket().abort();
    }

    @Test
    void signedInPageIsToldWhichSettingRefusesIt() {
        var client = SocketClient.open(port, Map.of("Origin", "https://moved.example", SIGNED_IN, "yes"));

        client.awaitClosed(TerminalError.ORIGIN_REFUSED);
        assertThat(client.only(Closed.class).getFirst().text())
                .contains("https://moved.example", "https://school.example", "SLIPWAY_URL");
    }

    @Test
    void strangerIsToldNothingAndCausesOneLogLineAMinute(CapturedOutput output) {
        for (var i = 0; i < 20; i++) {
            assertThatThrownBy(() -> SocketClient.open(port, Map.of("Origin", "https://evil.example")))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> {
                        assertThat(refused.getResponse().statusCode()).isEqualTo(403);
                        assertThat(refused.getResponse().headers().firstValue("Content-Length"))
                                .hasValue("0");
                    });
        }

        await().untilAsserted(() -> assertThat(
                        output.getAll().lines().filter(line -> line.contains("terminal refused to a page")))
                .hasSizeLessThanOrEqualTo(1));
    }
}
