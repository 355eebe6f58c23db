package dev.slipway.check.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ImageNameTest {

    @Example
    void spellingsOfOneImageAreEqual() {
        var spellings = Stream.of(
                "httpd",
                "httpd:latest",
                "library/httpd",
                "docker.io/httpd",
                "docker.io/library/httpd:latest",
                "index.docker.io/library/httpd");

        assertThat(spellings.map(ImageName::parse).distinct()).hasSize(1);
    }

    @Example
    void registriesTagsAndDigestsTellImagesApart() {
        var digest = "@sha256:" + "0123456789abcdef".repeat(4);
        var names = Stream.of(
                "httpd",
                "httpd:2.4",
                "me/httpd",
                "localhost/httpd",
                "localhost:5000/httpd",
                "example.org/httpd",
                "httpd" + digest);

        assertThat(names.map(ImageName::parse).distinct()).hasSize(7).allMatch(name -> name.isPresent());
    }

    @Example
    void shownAsTheCommandLineShowsIt() {
        assertThat(ImageName.parse("docker.io/library/httpd").orElseThrow()).hasToString("httpd:latest");
        assertThat(ImageName.parse("me/httpd:2").orElseThrow()).hasToString("me/httpd:2");
        assertThat(ImageName.parse("localhost:5000/a/b").orElseThrow()).hasToString("localhost:5000/a/b:latest");
    }

    @Example
    void refusesWhatDockerRefuses() {
        var wrong = Stream.of("", "Httpd", "a b", "httpd:", ":tag", "httpd@sha256:12", "-a", "a//b", "a___b", "a:b:c");

        assertThat(wrong).allMatch(name -> ImageName.parse(name).isEmpty());
    }

    @Property(tries = 300)
    void whatIsShownMeansTheSame(@ForAll("names") String text) {
        var name = ImageName.parse(text).orElseThrow();

        assertThat(ImageName.parse(name.toString())).contains(name);
    }

    @Property(tries = 300)
    void neverThrows(@ForAll String text) {
        ImageName.parse(text)
                .ifPresent(name -> assertThat(ImageName.parse(name.toString())).contains(name));
    }

    @Property(tries = 100)
    void latestIsTheTagThatIsNotNamed(@ForAll("repositories") String repository) {
        assertThat(ImageName.parse(repository)).isPresent().isEqualTo(ImageName.parse(repository + ":latest"));
    }

    @Provide
    Arbitrary<String> repositories() {
        var part = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .ofMinLength(1)
                .ofMaxLength(9);
        return part.list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("/", parts));
    }

    @Provide
    Arbitrary<String> names() {
        var domain = Arbitraries.of("", "docker.io/", "localhost/", "localhost:5000/", "example.org/");
        var tag = Arbitraries.of("", ":latest", ":2.4", ":V_1-x", "@sha256:" + "ab".repeat(32));
        return Combinators.combine(domain, repositories(), tag).as((d, r, t) -> d + r + t);
    }
}
