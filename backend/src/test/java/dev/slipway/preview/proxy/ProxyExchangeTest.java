package dev.slipway.preview.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.SessionKey;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to the app and its answers, head and body. */
class ProxyExchangeTest extends ProxyTest {

    @Test
    void ticketHolderSeesTheApp() throws IOException {
        var page = opened().get("/shop?a=b%2Fc&x=[1]");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("hello /shop?a=b%2Fc&x=[1]");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'self' http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2Fb", "//double//slash", "/a;jsessionid=x/b", "/%E4%BD%A0", "/a%5Cb", "/a|b"})
    void pathsReachTheAppAsTheyAre(String path) throws IOException {
        assertThat(opened().get(path).body()).isEqualTo("hello " + path);
    }

    @Test
    void platformsCookiesNeverReachTheApp() throws IOException {
        var seen = opened().get("/headers", "Cookie: slipway-session=secret; theme=dark; slipway-remembered=secret");

        assertThat(seen.body()).contains("theme=dark").doesNotContain("slipway-", "secret");
    }

    @Test
    void appIsToldItsHostAsTheBrowserKnowsIt() throws IOException {
        var visitor = opened();
        var seen = visitor.get("/headers").body();

        assertThat(seen)
                .contains("Host: " + visitor.host() + ":8080")
                .contains("X-Forwarded-Host: " + visitor.host() + ":8080")
                .contains("X-Forwarded-Proto: http")
                .contains("Connection: close");
    }

    @Test
    void cookieOfTheAppIsForThePreviewAlone() throws IOException {
        assertThat(opened().get("/cookie").header("Set-Cookie")).contains("theme=dark; Path=/");
    }

    @Test
    void cookieOfTheAppWorksInAFrame() throws IOException {
        var ticket = previews.open(ada, SessionKey.unshared(), target());
        var framed = enter(ticket.origin().getHost(), "frame " + ticket.ticket());

        assertThat(framed.get("/cookie").header("Set-Cookie"))
                .contains("theme=dark; Path=/; Secure; SameSite=None; Partitioned");
    }

    @Test
    void redirectToItselfStaysInThePreview() throws IOException {
        var visitor = opened();
        var page = visitor.get("/redirect");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).contains("http://" + visitor.host() + ":8080/landed?a=b");
    }

    @Test
    void headHasTheLengthAndNoBody() throws IOException {
        var page = opened().ask("HEAD", "/big", "");

        assertThat(page.header("Content-Length")).contains(Integer.toString(SampleApp.BIG));
        assertThat(page.body()).isEmpty();
    }

    @Test
    void hintsBeforeTheAnswerAreNoAnswer() throws IOException {
        assertThat(opened().get("/hints").body()).isEqualTo("ok");
    }

    @Test
    void eventsComeAtOnce() throws IOException {
        var visitor = opened();
        try (var browser = visitor.start("/events")) {
            browser.until("data: 1\n\n");
            app.second.countDown();
            browser.until("data: 2\n\n");
        }
    }

    @Test
    void bigAnswerComesWhole() throws IOException {
        assertThat(opened().get("/big").body()).hasSize(SampleApp.BIG);
    }

    @Test
    void bigBodyGoesBothWaysAtOnce() throws IOException {
        var visitor = opened();
        var body = "y".repeat(5_000_000);

        assertThat(visitor.post("/echo", body).body()).hasSize(body.length()).isEqualTo(body);
    }

    @Test
    void appMayAnswerBeforeItReadsAll() throws IOException {
        var visitor = opened();
        try (var browser = new RawBrowser(port)) {
            browser.send("POST /early HTTP/1.1", visitor.lines(), "Content-Length: 50000000\r\n", "x".repeat(1000));

            assertThat(RawBrowser.status(browser.head())).isEqualTo(413);
        }
    }

    @Test
    void browserThatWaitsIsToldToContinue() throws IOException {
        var visitor = opened();
        try (var browser = new RawBrowser(port)) {
            browser.send("POST /echo HTTP/1.1", visitor.lines(), "Expect: 100-continue\r\nContent-Length: 2\r\n", "");
            assertThat(RawBrowser.status(browser.head())).isEqualTo(100);

            browser.out.write("hi".getBytes(ISO_8859_1));

            assertThat(RawBrowser.status(browser.head())).isEqualTo(200);
            browser.until("0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/short", "/cut-chunk"})
    void answerThatBreaksOffIsNotTakenForWhole(String path) throws IOException {
        var page = opened().get(path);

        var length = page.header("Content-Length").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        assertThat(page.body().endsWith("<cut>") || page.body().length() < length)
                .isTrue();
    }

    @Test
    void serviceWorkersAreRefused() throws IOException {
        assertThat(opened().get("/sw.js", "Service-Worker: script").status()).isEqualTo(403);
    }
}
