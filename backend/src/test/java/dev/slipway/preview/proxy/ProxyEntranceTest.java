package dev.slipway.preview.proxy;

import static dev.slipway.preview.SomePreviews.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.SessionKey;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access to previews; a preview's host offers nothing of the platform. */
class ProxyEntranceTest extends ProxyTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/error", "/ws/terminal", "/api/v1/me", "/VAADIN/", "/actuator/health", "/sign-in"})
    void nothingOfThePlatformIsOnAPreviewsHost(String path) throws IOException {
        var stranger = visitor(
                previews.open(ada, SessionKey.unshared(), target()).origin().getHost(), "");

        assertThat(stranger.get(path).status()).isEqualTo(403);
        assertThat(stranger.get(path).body()).doesNotContain("the platform's page");
        assertThat(stranger.get(path).header("Set-Cookie")).isEmpty();
        assertThat(opened().get(path).body()).isEqualTo("hello " + path);
    }

    @Test
    void platformKeepsItsOwnHost() throws IOException {
        assertThat(visitor("localhost", "").get("/").body()).isEqualTo("the platform's page");
    }

    @Test
    void forwardedHostDoesNotBringThePlatformOntoAPreview() throws IOException {
        var visitor = opened();

        assertThat(visitor.get("/", "X-Forwarded-Host: localhost:8080").body()).isEqualTo("hello /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.localhost", "p8080-node1-abcdefghij.localhost", "p0-node1-abcdefghij.localhost"})
    void unknownPreviewIsNothing(String host) throws IOException {
        assertThat(visitor(host, "").get("/").status()).isIn(403, 404);
    }

    @Test
    void secondLearnersPassOpensNoForeignPreview() throws IOException {
        var bob = anAccount();
        var bobs = opened(bob, target());
        var adas = opened();

        var page = visitor(adas.host(), bobs.cookie()).get("/", "Accept: text/html");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Only the learner who uses the machine can see it");
        previews.close(bob);
    }

    @Test
    void passOpensNoOtherPortOfTheSameName() throws IOException {
        var visitor = opened();
        var other = visitor.host().replaceFirst("^p[0-9]+", "p22");

        assertThat(visitor(other, visitor.cookie()).get("/").status()).isEqualTo(403);
    }

    @Test
    void ticketWorksOnce() throws IOException {
        var ticket = previews.open(ada, SessionKey.unshared(), target());
        var stranger = visitor(ticket.origin().getHost(), "");

        assertThat(stranger.post("/.slipway/open", "tab " + ticket.ticket()).status())
                .isEqualTo(204);
        var again = stranger.post("/.slipway/open", "tab " + ticket.ticket());

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.header("Set-Cookie")).isEmpty();
    }

    @Test
    void ticketIsTakenFromPagesOfThePreviewOnly() throws IOException {
        var ticket = previews.open(ada, SessionKey.unshared(), target());
        var stranger = visitor(ticket.origin().getHost(), "");

        var page = stranger.post("/.slipway/open", "tab " + ticket.ticket(), "Origin: https://evil.example");

        assertThat(page.status()).isEqualTo(403);
    }

    @Test
    void entranceShowsAPageThatSaysNothingSecret() throws IOException {
        var ticket = previews.open(ada, SessionKey.unshared(), target());
        var page = visitor(ticket.origin().getHost(), "").get("/.slipway/open");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Opening port " + app.port()).doesNotContain(ticket.ticket());
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'self' http://localhost:8080");
    }

    @Test
    void entranceIsNoneOfTheApps() throws IOException {
        assertThat(opened().get("/.slipway/anything").status()).isEqualTo(404);
    }

    @Test
    void checkTellsWhetherTheBrowserKeepsThePass() throws IOException {
        var visitor = opened();

        assertThat(visitor.get("/.slipway/check").status()).isEqualTo(204);
        assertThat(visitor(visitor.host(), "").get("/.slipway/check").status()).isEqualTo(403);
    }
}
