package dev.slipway.check.assertion;

import static dev.slipway.check.assertion.FactsBuilder.NODE;
import static dev.slipway.check.assertion.FactsBuilder.aNode;
import static dev.slipway.check.assertion.Judging.failed;
import static dev.slipway.check.assertion.Judging.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.Observed;
import org.junit.jupiter.api.Test;

class ContainerAssertionsTest {
    private static final Verdict PASSED = new Verdict.Passed();
    private static final String PUBLISHES = "{'name': 'web', 'host': '${PORT}', 'container': 80}";

    @Test
    void existsHoldsInAnyState() {
        var verdict = judge("container.exists", "{'name': 'web'}", aNode().container("web", "httpd", "created"));

        assertThat(verdict).isEqualTo(PASSED);
    }

    @Test
    void existsNamesTheContainersThatAreThere() {
        var node = aNode().container("wep", "httpd", "running").container("db", "busybox", "exited");

        assertThat(judge("container.exists", "{'name': 'web'}", node))
                .isEqualTo(failed(
                        "container.exists",
                        "There is no container named web.",
                        "containers: wep, db",
                        "a container named web"));
        assertThat(judge("container.exists", "{'name': 'web'}", aNode()))
                .isEqualTo(failed(
                        "container.exists",
                        "There is no container named web.",
                        "no containers",
                        "a container named web"));
    }

    @Test
    void authorsMessageIsTheReason() {
        var verdict = judge("container.exists", "{'name': 'web', 'message': 'Run it as web on ${PORT}.'}", aNode());

        assertThat(verdict)
                .isEqualTo(
                        failed("container.exists", "Run it as web on 8080.", "no containers", "a container named web"));
    }

    @Test
    void absentHoldsWithoutIt() {
        assertThat(judge("container.absent", "{'name': 'web'}", aNode().container("db", "busybox", "running")))
                .isEqualTo(PASSED);
    }

    @Test
    void absentSaysWhatTheContainerStillDoes() {
        assertThat(judge("container.absent", "{'name': 'web'}", aNode().container("web", "httpd", "exited")))
                .isEqualTo(failed(
                        "container.absent",
                        "There is still a container named web.",
                        "web is exited",
                        "no container named web"));
    }

    @Test
    void runningByNameOrImage() {
        var node = aNode().container("web", "httpd", "running");

        assertThat(judge("container.running", "{'name': 'web'}", node)).isEqualTo(PASSED);
        assertThat(judge("container.running", "{'image': 'docker.io/library/httpd:latest'}", node))
                .isEqualTo(PASSED);
    }

    @Test
    void runningKnowsAnImageByItsId() {
        var node = aNode().images("httpd").container("web", "httpd", "running");
        var byId = aNode().images("httpd");
        byId.container("web", "of-httpd", "running");

        assertThat(judge("container.running", "{'image': 'httpd'}", node)).isEqualTo(PASSED);
        assertThat(judge("container.running", "{'image': 'nginx'}", byId)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void runningTellsStoppedFromMissing() {
        assertThat(judge("container.running", "{'name': 'web'}", aNode().container("web", "httpd", "exited")))
                .isEqualTo(failed(
                        "container.running",
                        "There is a container named web, but it is not running.",
                        "web is exited",
                        "a container named web is running"));
        assertThat(judge("container.running", "{'image': 'nginx'}", aNode().container("web", "httpd", "running")))
                .isEqualTo(failed(
                        "container.running",
                        "There is no container of nginx:latest.",
                        "running: web (httpd:latest)",
                        "a container of nginx:latest is running"));
    }

    @Test
    void exitedComparesTheCode() {
        assertThat(judge("container.exited", "{'name': 'job'}", aNode().exited("job", 3)))
                .isEqualTo(PASSED);
        assertThat(judge("container.exited", "{'name': 'job', 'code': 3}", aNode().exited("job", 3)))
                .isEqualTo(PASSED);
        assertThat(judge("container.exited", "{'name': 'job', 'code': 0}", aNode().exited("job", 3)))
                .isEqualTo(failed(
                        "container.exited",
                        "The container ended with another exit code.",
                        "job is exited with code 3",
                        "a container named job is exited with code 0"));
    }

    @Test
    void exitedWantsAnEnd() {
        assertThat(judge("container.exited", "{'name': 'job'}", aNode().container("job", "busybox", "running")))
                .isEqualTo(failed(
                        "container.exited",
                        "It has not ended: a container named job.",
                        "job is running",
                        "a container named job is exited"));
        assertThat(judge("container.exited", "{'name': 'job'}", aNode()))
                .isEqualTo(failed(
                        "container.exited",
                        "There is no container named job.",
                        "no containers",
                        "a container named job is exited"));
    }

    @Test
    void exitedFindsAnyContainerOfAnImage() {
        var node = aNode().container("a", "busybox", "running").exited("b", 1);

        assertThat(judge("container.exited", "{'image': 'busybox', 'code': 1}", node))
                .isEqualTo(PASSED);
        assertThat(judge("none", "[{'container.exited': {'image': 'busybox'}}]", node))
                .isEqualTo(failed(
                        "none",
                        "This must not be so: a container of busybox:latest is exited.",
                        "a container of busybox:latest is exited",
                        "not: a container of busybox:latest is exited"));
    }

    @Test
    void imageIsTheOneThatTheContainerWasMadeFrom() {
        var node = aNode().container("web", "httpd", "running");

        assertThat(judge("container.image", "{'name': 'web', 'equals': 'httpd'}", node))
                .isEqualTo(PASSED);
        assertThat(judge("container.image", "{'name': 'web', 'equals': 'nginx'}", node))
                .isEqualTo(failed(
                        "container.image",
                        "The container web was made from another image.",
                        "httpd:latest",
                        "the image of the container web is nginx:latest"));
    }

    @Test
    void publishesTheWantedPort() {
        assertThat(judge("container.publishes", PUBLISHES, aNode().container("web", "httpd", "running", 8080)))
                .isEqualTo(PASSED);
    }

    @Test
    void publishesSaysWhichPortWasSeen() {
        assertThat(judge("container.publishes", PUBLISHES, aNode().container("web", "httpd", "running", 8081)))
                .isEqualTo(failed(
                        "container.publishes",
                        "The container publishes another port.",
                        "8081 → 80/tcp",
                        "8080 → 80/tcp"));
    }

    @Test
    void publishesTellsNoPortAndNotRunningAndMissing() {
        assertThat(judge("container.publishes", PUBLISHES, aNode().container("web", "httpd", "running")))
                .isEqualTo(failed(
                        "container.publishes",
                        "The container is running but does not publish any ports.",
                        "no published port",
                        "8080 → 80/tcp"));
        assertThat(judge("container.publishes", PUBLISHES, aNode().container("web", "httpd", "exited")))
                .isEqualTo(failed(
                        "container.publishes",
                        "A container publishes its ports only while it is running.",
                        "web is exited",
                        "8080 → 80/tcp"));
        assertThat(judge("container.publishes", PUBLISHES, aNode().container("wep", "httpd", "running", 8080)))
                .isEqualTo(failed(
                        "container.publishes", "There is no container named web.", "containers: wep", "8080 → 80/tcp"));
    }

    @Test
    void publishesByImageWhateverTheName() {
        var wish = "{'image': 'httpd', 'host': 8080, 'container': 80}";
        var node = aNode().container("a", "httpd", "running", 8090).container("b", "httpd", "running", 8080);

        assertThat(judge("container.publishes", wish, node)).isEqualTo(PASSED);
        assertThat(judge("container.publishes", wish, aNode().container("c", "nginx", "running", 8080)))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void fileHoldsWithItsText() {
        var node = aNode().file("web", "/srv/note.txt", new FileFact(FileFact.Kind.FILE, "say kolibri\n", false));

        assertThat(judge("container.file", "{'name': 'web', 'path': '/srv/note.txt', 'contains': '${WORD}'}", node))
                .isEqualTo(PASSED);
        assertThat(judge("container.file", "{'name': 'web', 'path': '/srv/note.txt', 'contains': 'colibri'}", node))
                .isEqualTo(failed(
                        "container.file",
                        "The file /srv/note.txt in the container web should contain “colibri”.",
                        "“say kolibri”",
                        "/srv/note.txt in the container web contains “colibri”"));
    }

    @Test
    void fileTellsMissingFromUnwanted() {
        var missing = aNode().file("web", "/srv/note.txt", FileFact.of(FileFact.Kind.MISSING));
        var present = aNode().file("web", "/srv/note.txt", new FileFact(FileFact.Kind.FILE, "", false));

        assertThat(judge("container.file", "{'name': 'web', 'path': '/srv/note.txt'}", missing))
                .isEqualTo(failed(
                        "container.file",
                        "There is no /srv/note.txt in the container web.",
                        "nothing at /srv/note.txt",
                        "/srv/note.txt in the container web"));
        assertThat(judge("container.file", "{'name': 'web', 'path': '/srv/note.txt', 'exists': false}", missing))
                .isEqualTo(PASSED);
        assertThat(judge("container.file", "{'name': 'web', 'path': '/srv/note.txt', 'exists': false}", present))
                .isEqualTo(failed(
                        "container.file",
                        "/srv/note.txt is in the container web.",
                        "a file at /srv/note.txt",
                        "nothing at /srv/note.txt in the container web"));
    }

    @Test
    void whatCouldNotBeFoundOutIsNoFailure() {
        var containers = new FactNeed.Containers(NODE);
        var down = aNode().but(containers, new Observed.Unavailable<>("The Docker Engine on node1 does not answer."));
        var slow = aNode().but(containers, new Observed.Late<>("The Docker Engine on node1 did not answer in time."));

        assertThat(judge("container.exists", "{'name': 'web'}", down))
                .isEqualTo(new Verdict.Errored("The Docker Engine on node1 does not answer."));
        assertThat(judge("container.exists", "{'name': 'web'}", slow))
                .isEqualTo(new Verdict.TimedOut("The Docker Engine on node1 did not answer in time."));
    }
}
