package dev.slipway.preview.grant;

import static dev.slipway.preview.SomePreviews.platform;
import static dev.slipway.preview.SomePreviews.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.NodeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    private static final PreviewName NAME = new PreviewName(8080, new NodeName("node1"), "abcdefghij");

    private final HostNames here = new HostNames(settings(), platform("http://localhost:8080"));
    private final HostNames school =
            new HostNames(settings("preview.school.example"), platform("https://school.example"));

    @Test
    void previewIsBelowItsHostAtThePlatformsPort() {
        assertThat(here.origin(NAME)).isEqualTo("http://p8080-node1-abcdefghij.localhost:8080");
        assertThat(school.origin(NAME)).isEqualTo("https://p8080-node1-abcdefghij.preview.school.example");
    }

    @Test
    void schemesOwnPortIsNotWritten() {
        var odd = new HostNames(settings(), platform("http://localhost:80"));

        assertThat(odd.origin(NAME)).isEqualTo("http://p8080-node1-abcdefghij.localhost");
        assertThat(odd.platformOrigin()).isEqualTo("http://localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p8080-node1-abcdefghij.localhost",
                "P8080-NODE1-ABCDEFGHIJ.LOCALHOST",
                "p8080-node1-abcdefghij.localhost."
            })
    void hostIsReadAsBrowsersMayWriteIt(String host) {
        assertThat(here.parse(host)).contains(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anything.localhost", "a.p8080-node1-abcdefghij.localhost", ".localhost", "p1.localhost."})
    void whatIsBelowThePreviewsHostBelongsToNoPlatform(String host) {
        assertThat(here.isOfPreviews(host)).isTrue();
        assertThat(here.parse(host)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "127.0.0.1",
                "",
                "p8080-node1-abcdefghij",
                "evil-localhost",
                "p8080-node1-abcdefghij.localhost.example",
                "[::1]"
            })
    void otherHostsAreThePlatforms(String host) {
        assertThat(here.isOfPreviews(host)).isFalse();
        assertThat(here.parse(host)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "school.example,                                   false",
        "www.school.example,                               false",
        "preview.school.example,                           true",
        "p8080-node1-abcdefghij.preview.school.example,    true",
        "p8080-node1-abcdefghij.school.example,            false",
        "p8080-node1-abcdefghij.localhost,                 false"
    })
    void onlyTheHostThatIsSetUpHasPreviews(String host, boolean previews) {
        assertThat(school.isOfPreviews(host)).isEqualTo(previews);
    }

    @Test
    void platformKeepsItsHostAmongThePreviews() {
        var nested = new HostNames(settings("school.example"), platform("https://learn.school.example"));

        assertThat(nested.isOfPreviews("learn.school.example")).isFalse();
        assertThat(nested.isOfPreviews("other.school.example")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,              http://localhost:8080, true",
        "localhost,              http://127.0.0.1:8080, true",
        "localhost,              http://school.example, false",
        "preview.school.example, http://school.example, true"
    })
    void namesOfThisMachineAreFoundOnThisMachineOnly(String host, String url, boolean found) {
        assertThat(new HostNames(settings(host), platform(url)).canBeFound()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,          http://localhost:8080, true",
        "preview.school.lan, http://school.lan,     false",
        "preview.school.lan, https://school.lan,    true"
    })
    void browsersTrustThisMachineAndTls(String host, String url, boolean secure) {
        assertThat(new HostNames(settings(host), platform(url)).isSecure()).isEqualTo(secure);
    }
}
