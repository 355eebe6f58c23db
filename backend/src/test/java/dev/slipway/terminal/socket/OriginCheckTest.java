package dev.slipway.terminal.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.PlatformProperties;
import dev.slipway.terminal.session.SomeTerminals;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginCheckTest {
    private final OriginCheck check = check("https://school.example:8443/", "https://portal.example");

    private static OriginCheck check(String url, String... allowed) {
        return new OriginCheck(
                new PlatformProperties(Path.of("data"), URI.create(url)),
                SomeTerminals.settings(allowed),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/ws/terminal", "http://10.0.0.7:8080/ws/terminal"})
    void pagesAtTheConfiguredAddressMayOpenTerminalsWhateverHostAProxyPasses(URI target) {
        assertThat(check.allows(List.of("https://school.example:8443"), target)).isTrue();
        assertThat(check.allows(List.of("http://school.example:8443"), target)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://school.example,      https://school.example/ws/terminal",
        "https://school.example:443,  https://school.example/ws/terminal",
        "https://school.example:8443, https://school.example:8443/ws/terminal",
        "HTTPS://School.Example,      https://school.example/ws/terminal",
        "http://localhost:8080,       http://localhost:8080/ws/terminal",
        "http://[::1]:8080,           http://[::1]:8080/ws/terminal",
        // The proxy terminates TLS and does not report it.
        "https://school.example,      http://school.example/ws/terminal",
        "https://portal.example,      https://school.example/ws/terminal"
    })
    void ownAndAllowedPagesMayOpenTerminals(String origin, URI target) {
        assertThat(check.allows(List.of(origin), target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "https://evil.example",
                "http://school.example",
                "https://school.example.evil.example",
                "https://evilschool.example",
                "https://school.example:9443",
                "https://school.example@evil.example",
                "https://school.example/",
                "https://school.example/path",
                "https://school.example#x",
                "https://school.example?x",
                "https://school.example.",
                "https://school.example https://evil.example",
                "https://sub.school.example",
                "//school.example",
                "school.example",
                "file://",
                "chrome-extension://school.example",
                "ws://school.example",
                "http://portal.example",
                "https://school.example\\.evil.example",
                "https://school%2eexample"
            })
    void foreignAndOddOriginsAreRefused(String origin) {
        assertThat(check.allows(List.of(origin), URI.create("https://school.example/ws/terminal")))
                .isFalse();
    }

    @Test
    void programsThatAreNotBrowsersSendNoOrigin() {
        assertThat(check.allows(List.of(), URI.create("https://school.example/ws/terminal")))
                .isTrue();
    }

    @Test
    void twoOriginsAreOneTooMany() {
        var own = "https://school.example";

        assertThat(check.allows(List.of(own, own), URI.create("https://school.example/ws/terminal")))
                .isFalse();
    }

    @Test
    void settingMustBeAnOrigin() {
        assertThatThrownBy(() -> check("https://school.example", "https://portal.example/path"))
                .hasMessageContaining("allowed-origins");
    }
}
