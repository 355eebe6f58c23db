package dev.slipway.preview.proxy;

import static dev.slipway.preview.SomePreviews.NODE;
import static dev.slipway.preview.SomePreviews.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.preview.PreviewTarget;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error pages for previews without an answer. */
class ProxyTroubleTest extends ProxyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/hang-up      | closed it without an answer",
                "/mysql        | answers, but not in HTTP",
                "/tls          | requires HTTPS",
                "/garbage      | answers, but not in HTTP",
                "/endless-head | 64 KB of headers",
                "/huge-head    | 64 KB of headers",
                "/unasked      | switched to another protocol"
            })
    void portThatDoesNotSpeakHttpIsExplained(String path, String reason) throws IOException {
        var page = opened().get(path, "Accept: text/html");

        assertThat(page.status()).isEqualTo(502);
        assertThat(page.body()).contains("Port " + app.port(), reason, "Try again");
        assertThat(page.header("Content-Type")).contains("text/html;charset=UTF-8");
    }

    @Test
    void portWithNobodyBehindIsExplained() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var page = opened(ada, new PreviewTarget(SANDBOX, NODE, free)).get("/", "Sec-Fetch-Dest: iframe");

        assertThat(page.status()).isEqualTo(502);
        assertThat(page.body()).contains("<h1>Nothing listens on port " + free + " of this machine.</h1>");
    }

    @Test
    void appThatListensOverIpv6OnlyIsFoundAndRemembered() throws IOException {
        nodes.listenOverIpv6Only();
        var visitor = opened();

        assertThat(visitor.get("/headers").status()).isEqualTo(200);
        assertThat(visitor.get("/headers").status()).isEqualTo(200);

        assertThat(nodes.dialledOverIpv4()).isEqualTo(1);
    }

    @Test
    void whatPeopleDoNotReadIsExplainedInOneLine() throws IOException {
        var page = opened().get("/hang-up", "Sec-Fetch-Dest: script", "Accept: text/html");

        assertThat(page.header("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(page.body()).doesNotContain("<");
    }

    @Test
    void machinesThatSleepAreExplained() throws IOException {
        nodes.failWith(new UserFacingException(SandboxError.SANDBOX_NOT_READY));
        assertThat(opened().get("/").body()).contains("The machines are not running");

        nodes.failWith(new NodeException(NodeException.Reason.UNREACHABLE, "gone"));
        assertThat(opened().get("/").body()).contains("cannot be reached");
    }
}
