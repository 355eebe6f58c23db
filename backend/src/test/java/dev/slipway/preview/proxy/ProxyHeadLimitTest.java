package dev.slipway.preview.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large heads are forwarded in both directions; a head above the limit gets an error page. */
class ProxyHeadLimitTest extends ProxyTest {

    @ParameterizedTest
    @ValueSource(ints = {9, 30, 60})
    void largeCookieHeaderAndQueryReachTheApp(int kilobytes) throws IOException {
        var large = "x".repeat(kilobytes * 1024);
        var ada = opened();

        assertThat(ada.get("/headers", "X-Large: " + large).body()).contains("X-Large: " + large);
        assertThat(visitor(ada.host(), ada.cookie() + "; large=" + large)
                        .get("/headers")
                        .body())
                .contains("Cookie: large=" + large);
        assertThat(ada.get("/?q=" + large).body()).isEqualTo("hello /?q=" + large);
    }

    @Test
    void largeHeadOfAnAnswerReachesTheBrowser() throws IOException {
        var page = opened().get("/large-head");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy").orElseThrow()).hasSizeGreaterThan(8_000);
        assertThat(page.head())
                .filteredOn(line -> line.startsWith("Set-Cookie: c="))
                .hasSize(3);
    }

    @Test
    void requestBeyondTheLimitIsAnsweredWithAPageThatNamesIt() throws IOException {
        var page = opened().get("/headers", "X-Large: " + "x".repeat(68 * 1024), "Accept: text/html");

        assertThat(page.status()).isEqualTo(431);
        assertThat(page.body()).contains("64 KB", "delete the cookies");
    }
}
