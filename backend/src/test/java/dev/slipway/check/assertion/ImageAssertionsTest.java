package dev.slipway.check.assertion;

import static dev.slipway.check.assertion.FactsBuilder.aNode;
import static dev.slipway.check.assertion.Judging.failed;
import static dev.slipway.check.assertion.Judging.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImageFact.Detail;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageAssertionsTest {
    private static final Verdict PASSED = new Verdict.Passed();
    private static final String COMMITTED = "{'name': 'my-httpd', 'base': 'httpd'}";
    private static final String WANTED = "my-httpd:latest was committed from a container of httpd:latest";
    private static final ImageFact NONE = new ImageFact(Optional.empty());
    private static final ImageFact HTTPD = fact("sha256:base", "", "", "", "#(nop)  CMD");

    private static ImageFact fact(String id, String parent, String container, String of, String createdBy) {
        return new ImageFact(Optional.of(new Detail(id, parent, container, of, "", createdBy, "", List.of("a"))));
    }

    @Test
    void existsUnderAnySpellingOfItsName() {
        assertThat(judge("image.exists", "{'name': 'my-httpd:latest'}", aNode().images("library/my-httpd")))
                .isEqualTo(PASSED);
        assertThat(judge("image.exists", "{'name': 'my-httpd:1'}", aNode().images("my-httpd", "httpd")))
                .isEqualTo(failed(
                        "image.exists",
                        "There is no image named my-httpd:1.",
                        "images: my-httpd:latest, httpd:latest",
                        "an image named my-httpd:1"));
    }

    @Test
    void absentWantsItGone() {
        assertThat(judge("image.absent", "{'name': 'my-httpd'}", aNode().images("httpd")))
                .isEqualTo(PASSED);
        assertThat(judge("image.absent", "{'name': 'my-httpd'}", aNode().images("my-httpd")))
                .isEqualTo(failed(
                        "image.absent",
                        "The image my-httpd:latest is still there.",
                        "an image named my-httpd:latest",
                        "no image named my-httpd:latest"));
    }

    @Test
    void committedFromHoldsForACommit() {
        var commit = fact("sha256:new", "sha256:base", "5edfe69ad85c", "httpd", "httpd-foreground");

        assertThat(judge(
                        "image.committedFrom",
                        COMMITTED,
                        aNode().detail("my-httpd", commit).detail("httpd", HTTPD)))
                .isEqualTo(PASSED);
        assertThat(judge(
                        "image.committedFrom",
                        COMMITTED,
                        aNode().detail("my-httpd", commit).detail("httpd", NONE)))
                .isEqualTo(PASSED);
    }

    @Test
    void committedFromRefusesAnotherName() {
        assertThat(judge(
                        "image.committedFrom",
                        COMMITTED,
                        aNode().detail("my-httpd", HTTPD).detail("httpd", HTTPD)))
                .isEqualTo(failed(
                        "image.committedFrom",
                        "my-httpd:latest is only another name of httpd:latest: nothing was committed.",
                        "my-httpd:latest and httpd:latest are the same image",
                        WANTED));
    }

    @Test
    void committedFromRefusesABuild() {
        var build = fact("sha256:new", "sha256:base", "10bc2979a66f", "sha256:base", "/bin/sh -c mkdir /srv/notes");

        assertThat(judge(
                        "image.committedFrom",
                        COMMITTED,
                        aNode().detail("my-httpd", build).detail("httpd", HTTPD)))
                .isEqualTo(failed(
                        "image.committedFrom",
                        "my-httpd:latest was not made by docker commit.",
                        "my-httpd:latest was built, pulled or loaded",
                        WANTED));
    }

    @Test
    void committedFromRefusesAnotherBaseAndNoImage() {
        var commit = fact("sha256:new", "sha256:other", "5edfe69ad85c", "nginx", "nginx -g");

        assertThat(judge(
                        "image.committedFrom",
                        COMMITTED,
                        aNode().detail("my-httpd", commit).detail("httpd", HTTPD)))
                .isEqualTo(failed(
                        "image.committedFrom",
                        "The committed container was made from another image.",
                        "my-httpd:latest was committed from a container of nginx:latest",
                        WANTED));
        assertThat(judge(
                        "image.committedFrom",
                        COMMITTED,
                        aNode().images("httpd").detail("my-httpd", NONE).detail("httpd", HTTPD)))
                .isEqualTo(failed(
                        "image.committedFrom",
                        "There is no image named my-httpd:latest.",
                        "images: httpd:latest",
                        WANTED));
    }

    @Test
    void containsAFileWithAText() {
        var file = new FileFact(FileFact.Kind.FILE, "hello\n", false);
        var node = aNode().imageFile("my-httpd", "/srv/note.txt", file);

        assertThat(judge("image.contains", "{'name': 'my-httpd', 'path': '/srv/note.txt', 'text': 'hello'}", node))
                .isEqualTo(PASSED);
        assertThat(judge("image.contains", "{'name': 'my-httpd', 'path': '/srv/note.txt', 'text': 'bye'}", node))
                .isEqualTo(failed(
                        "image.contains",
                        "The file /srv/note.txt in the image my-httpd:latest should contain “bye”.",
                        "“hello”",
                        "/srv/note.txt in the image my-httpd:latest contains “bye”"));
    }

    @Test
    void containsADirectoryOrNoImageAtAll() {
        var directory = FileFact.of(FileFact.Kind.DIRECTORY);
        var nothing = FileFact.of(FileFact.Kind.NO_SUBJECT);

        assertThat(judge(
                        "image.contains",
                        "{'name': 'my-httpd', 'path': '/srv'}",
                        aNode().imageFile("my-httpd", "/srv", directory)))
                .isEqualTo(PASSED);
        assertThat(judge(
                        "image.contains",
                        "{'name': 'my-httpd', 'path': '/srv'}",
                        aNode().images("httpd").imageFile("my-httpd", "/srv", nothing)))
                .isEqualTo(failed(
                        "image.contains",
                        "There is no image named my-httpd:latest.",
                        "images: httpd:latest",
                        "/srv in the image my-httpd:latest"));
    }
}
