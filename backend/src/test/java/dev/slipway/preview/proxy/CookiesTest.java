package dev.slipway.preview.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookiesTest {

    @Test
    void appSeesItsOwnCookiesOnly() {
        var head = List.of(
                new HeaderLine("Cookie", "slipway-session=secret; theme=dark;slipway-preview=pass; a=b=c"),
                new HeaderLine("cookie", "Slipway-Remembered=secret; last=1"));

        assertThat(Cookies.forApp(head)).contains("theme=dark; a=b=c; last=1");
    }

    @Test
    void appWithoutCookiesGetsNoHeader() {
        assertThat(Cookies.forApp(List.of(new HeaderLine("Cookie", "slipway-preview=pass"))))
                .isEmpty();
    }

    @Test
    void everyPassThatIsShownCounts() {
        var head = List.of(new HeaderLine("Cookie", "slipway-preview=forged; a=b; slipway-preview=real"));

        assertThat(Cookies.passes(head)).containsExactly("forged", "real");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b                                        | a=b",
                "a=b; Domain=localhost; Path=/              | a=b; Path=/",
                "a=b; domain = .school.example ; HttpOnly   | a=b; HttpOnly",
                "a=b; DOMAIN                                | a=b",
                "a=b; Max-Age=3; SameSite=Strict; Secure    | a=b; Max-Age=3; SameSite=Strict; Secure",
                "a=; Path=/x;;                              | a=; Path=/x",
                "a=domain=x; Path=/                         | a=domain=x; Path=/"
            })
    void cookieOfAnAppIsForItsHostAlone(String fromApp, String toBrowser) {
        assertThat(Cookies.fromApp(fromApp, false)).contains(toBrowser);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slipway-session=mine",
                "slipway-preview=mine; Path=/deep",
                "SLIPWAY-remembered=mine",
                " slipway-session =mine",
                "=slipway-session=mine",
                "slipway-session",
                "",
                ";",
                "; Domain=localhost"
            })
    void appCannotSetThePlatformsCookies(String fromApp) {
        assertThat(Cookies.fromApp(fromApp, false)).isEmpty();
        assertThat(Cookies.fromApp(fromApp, true)).isEmpty();
    }

    @Test
    void cookieInAFrameSaysWhatBrowsersDemandThere() {
        assertThat(Cookies.fromApp("a=b; Path=/; SameSite=Lax; Secure; Domain=x", true))
                .contains("a=b; Path=/; Secure; SameSite=None; Partitioned");
    }

    @Property
    void noCookieLeavesWithADomain(@ForAll String fromApp) {
        Cookies.fromApp(fromApp, false)
                .ifPresent(cookie -> assertThat(cookie.split(";", -1))
                        .noneMatch(part ->
                                part.strip().toLowerCase(java.util.Locale.ROOT).matches("domain\\s*(=.*)?")));
    }

    @Test
    void passIsHiddenFromScriptsAndForThisHostAlone() {
        assertThat(Cookies.pass("s", false, true))
                .isEqualTo("slipway-preview=s; Path=/; HttpOnly; Secure; SameSite=Lax");
        assertThat(Cookies.pass("s", true, true))
                .isEqualTo("slipway-preview=s; Path=/; HttpOnly; Secure; SameSite=None; Partitioned");
        assertThat(Cookies.pass("s", true, false)).isEqualTo("slipway-preview=s; Path=/; HttpOnly; SameSite=Lax");
    }
}
