package dev.slipway.preview.proxy;

import static dev.slipway.preview.SomePreviews.NODE;
import static dev.slipway.preview.SomePreviews.SANDBOX;
import static dev.slipway.preview.SomePreviews.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.preview.PreviewTarget;
import dev.slipway.shared.SandboxId;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two previews of one sandbox, one of which sends requests or redirects to the other. */
class ProxyAcrossTest extends ProxyTest {
    private static final String[] PREFLIGHT = {
        "Access-Control-Request-Method: POST", "Access-Control-Request-Headers: content-type"
    };

    private SampleApp other;

    @BeforeEach
    void startOther() throws IOException {
        other = new SampleApp();
    }

    @AfterEach
    void stopOther() {
        other.close();
    }

    @Test
    void pageOfOnePreviewCallsAnotherWithJson() throws IOException {
        var page = opened();
        var api = visitor(opened(ada, otherTarget()).host(), "");
        assertThat(page.get("/").status()).isEqualTo(200);

        var preflight = preflight(api, page.host());
        var answer = api.post("/echo", "{\"a\":1}", "Content-Type: application/json", originOf(page.host()));

        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).contains("http://" + page.host() + ":8080");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("content-type");
        assertThat(answer.body()).isEqualTo("{\"a\":1}");
        assertThat(answer.header("Access-Control-Allow-Origin")).contains("http://" + page.host() + ":8080");
    }

    @Test
    void pageThatItsBrowserHasNotOpenedCallsNothing() throws IOException {
        var page = previews.open(ada, session, target()).origin().getHost();
        var api = visitor(opened(ada, otherTarget()).host(), "");

        assertThat(api.post("/echo", "{}", originOf(page)).status()).isEqualTo(403);
    }

    @Test
    void browserThatHasShownNoPassCallsNothing() throws IOException {
        var page = opened();
        page.get("/");
        var api = visitor(opened(ada, otherTarget()).host(), "");

        assertThat(api.post("/echo", "{}", originOf(page.host()), "User-Agent: another")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void previewsOfOtherLearnersAndSandboxesAreNotCalled() throws IOException {
        var page = opened();
        page.get("/");
        var foreign = opened(anAccount(), otherTarget());
        var elsewhere = opened(ada, new PreviewTarget(new SandboxId("bbbb2222"), NODE, other.port()));

        assertThat(preflight(visitor(foreign.host(), ""), page.host()).status()).isEqualTo(403);
        assertThat(preflight(visitor(elsewhere.host(), ""), page.host()).status())
                .isEqualTo(403);
        assertThat(visitor(foreign.host(), "").get("/", originOf(page.host())).status())
                .isEqualTo(403);
    }

    @Test
    void redirectToAnotherPortOpensItsPreview() throws IOException {
        var page = opened().get("/elsewhere", "Sec-Fetch-Mode: navigate");

        var location = page.header("Location").orElseThrow();
        assertThat(location)
                .matches("http://p8081-node1-[a-z0-9]{10}\\.localhost:8080/\\.slipway/open#[A-Za-z0-9_-]{43}/a\\?b");
        var ticket = location.replaceFirst(".*#([^/]*)/.*", "$1");
        var host = location.replaceFirst("http://([^:]*):.*", "$1");
        assertThat(visitor(host, "").post("/.slipway/open", "tab " + ticket).status())
                .isEqualTo(204);
    }

    @Test
    void redirectOfAScriptsRequestGivesNoTicketAway() throws IOException {
        var page = opened().get("/elsewhere", "Sec-Fetch-Mode: cors");

        assertThat(page.header("Location").orElseThrow())
                .matches("http://p8081-node1-[a-z0-9]{10}\\.localhost:8080/a\\?b");
    }

    private PreviewTarget otherTarget() {
        return new PreviewTarget(SANDBOX, NODE, other.port());
    }

    private static RawBrowser.Page preflight(Visitor api, String page) throws IOException {
        return RawBrowser.ask(
                api.port(), "OPTIONS", "/echo", "", api.lines(originOf(page), PREFLIGHT[0], PREFLIGHT[1]));
    }

    private static String originOf(String host) {
        return "Origin: http://" + host + ":8080";
    }
}
