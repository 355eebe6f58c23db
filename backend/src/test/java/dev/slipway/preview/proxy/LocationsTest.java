package dev.slipway.preview.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationsTest {
    private static final String ORIGIN = "https://p8080-node1-abcdefghij.preview.school.example";

    private final Locations locations =
            new Locations(ORIGIN, "node1", 8080, (port, rest) -> "https://p" + port + ".example" + rest);

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/shop?a=b#c, /shop?a=b#c",
        "http://localhost:8080, /",
        "http://LOCALHOST:8080?x, ?x",
        "HTTP://127.0.0.1:8080/, /",
        "http://[::1]:8080/, /",
        "http://0.0.0.0:8080/, /",
        "http://node1:8080/a, /a",
        "//localhost:8080/a, /a",
        "https://localhost:8080/a, /a",
        "http://p8080-node1-abcdefghij.preview.school.example/a, /a",
        "http://P8080-NODE1-ABCDEFGHIJ.preview.school.example:80/a/, /a/"
    })
    void addressOfTheAppBecomesTheBrowsers(String given, String path) {
        assertThat(locations.seenByBrowser(given)).isEqualTo(ORIGIN + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/relative",
                "relative?next=http://localhost:8080/",
                "",
                "http://localhost:80800/",
                "http://localhost:99999999999/",
                "http://localhost.evil.example:8080/",
                "http://localhost:8080@evil.example/",
                "http://user@localhost:8080/",
                "http://example.org/",
                "mailto:someone@example.org",
                "javascript:alert(1)"
            })
    void otherAddressesStay(String given) {
        assertThat(locations.seenByBrowser(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8081/, https://p8081.example/",
        "http://127.0.0.1:8081/a?b#c, https://p8081.example/a?b#c",
        "http://[::1]:8081?x, https://p8081.example/?x",
        "http://node1:8081/a, https://p8081.example/a",
        "//localhost:8081/a, https://p8081.example/a",
        "http://localhost/a, https://p80.example/a",
        "https://localhost/a, https://p443.example/a"
    })
    void addressOfAnotherPortOfTheMachineBecomesItsPreviews(String given, String seen) {
        assertThat(locations.seenByBrowser(given)).isEqualTo(seen);
        assertThat(locations.refreshSeenByBrowser("0; url=" + given)).isEqualTo("0; url=" + seen);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost/a", "http://node1/a", "//127.0.0.1/a"})
    void schemesOwnPortMayBeMissing(String given) {
        assertThat(new Locations("http://p80-node1-abcdefghij.localhost:8080", "node1", 80, (_, rest) -> rest)
                        .seenByBrowser(given))
                .isEqualTo("http://p80-node1-abcdefghij.localhost:8080/a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5; url=http://localhost:8080/a | 5; url=https://p8080-node1-abcdefghij.preview.school.example/a",
                "0;URL=/a                       | 0;URL=/a",
                "5                              | 5"
            })
    void refreshIsAnAddressToo(String given, String seen) {
        assertThat(locations.refreshSeenByBrowser(given)).isEqualTo(seen);
    }

    @Property
    void whateverAnAppSaysIsAnswered(@ForAll String given) {
        assertThat(locations.seenByBrowser(given)).isNotNull();
        assertThat(locations.refreshSeenByBrowser(given)).isNotNull();
    }
}
