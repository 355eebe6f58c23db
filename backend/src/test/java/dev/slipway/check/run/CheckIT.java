package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.ATTEMPT;
import static dev.slipway.check.run.Watching.FIRST;
import static dev.slipway.check.run.Watching.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.Evaluation;
import dev.slipway.check.Verdict;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.provision.RealNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests checks on a real node: the verdicts for a real engine's responses, and how soon they come. */
class CheckIT {
    private static final Verdict PASSED = new Verdict.Passed();
    private static RealNode node;
    private Watching watching;

    @BeforeAll
    static void start() {
        node = RealNode.started();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void watch() {
        watching = new Watching(node, Watching.RARELY);
    }

    @AfterEach
    void unwatch() {
        watching.close();
        node.sh("docker ps -aq | xargs -r docker rm -f");
    }

    private void awaitVerdict(TaskId task, Verdict verdict) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(watching.verdicts(task)).last().isEqualTo(verdict));
    }

    @Test
    void publishedPortAndItsWebServerAreSeenWithoutAsking() {
        var answers = new TaskId("answers");
        watching.watch(
                task(FIRST, "container.publishes", "{'image': 'httpd', 'host': 8080, 'container': 80}"),
                task(answers, "http", "{'port': 8080, 'path': '/', 'status': 200, 'contains': 'It works'}"));
        watching.checks.checkNow(ATTEMPT);
        assertThat(watching.verdicts(FIRST)).singleElement().isInstanceOf(Verdict.Failed.class);
        assertThat(watching.verdicts(answers)).singleElement().isInstanceOf(Verdict.Failed.class);

        node.sh("docker run -d --name wrong -p 8081:80 httpd");
        await().untilAsserted(() -> assertThat(watching.verdicts(FIRST))
                .last()
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.seen()).isEqualTo("8081 → 80/tcp")));
        node.sh("docker run -d --name web -p 8080:80 httpd");
        awaitVerdict(FIRST, PASSED);
        watching.checks.checkNow(ATTEMPT);

        awaitVerdict(answers, PASSED);
    }

    @Test
    void commitIsToldFromBuildAndTagAndAnotherBase() {
        node.sh(
                "docker run -d --name web httpd && docker exec web sh -c 'mkdir /srv/notes; echo kolibri > /srv/notes/a;"
                        + " ln -s notes/a /srv/link'");
        node.sh("docker commit web committed:1 && docker tag httpd tagged:1");
        node.sh("mkdir -p /tmp/b && printf 'FROM httpd\\nRUN mkdir /srv/notes\\n' > /tmp/b/Dockerfile"
                + " && docker build -q -t built:1 /tmp/b && DOCKER_BUILDKIT=0 docker build -q -t classic:1 /tmp/b");
        var tagged = new TaskId("tagged");
        var built = new TaskId("built");
        var classic = new TaskId("classic");
        var other = new TaskId("other");
        watching.watch(
                task(FIRST, "image.committedFrom", "{'name': 'committed:1', 'base': 'httpd'}"),
                task(tagged, "image.committedFrom", "{'name': 'tagged:1', 'base': 'httpd'}"),
                task(built, "image.committedFrom", "{'name': 'built:1', 'base': 'httpd'}"),
                task(classic, "image.committedFrom", "{'name': 'classic:1', 'base': 'httpd'}"),
                task(other, "image.committedFrom", "{'name': 'committed:1', 'base': 'nginx'}"));

        watching.checks.checkNow(ATTEMPT);

        assertThat(watching.verdicts(FIRST)).containsExactly(PASSED);
        assertThat(List.of(tagged, built, classic, other))
                .allSatisfy(task ->
                        assertThat(watching.verdicts(task)).singleElement().isInstanceOf(Verdict.Failed.class));
        assertThat(seen(tagged)).isEqualTo("tagged:1 and httpd:latest are the same image");
        assertThat(seen(built)).isEqualTo("built:1 was built, pulled or loaded");
        assertThat(seen(classic)).isEqualTo("classic:1 was built, pulled or loaded");
        assertThat(seen(other)).isEqualTo("committed:1 was committed from a container of httpd:latest");
    }

    @Test
    void filesOfContainersAndImagesAreReadAndNothingIsLeftBehind() {
        node.sh(
                "docker run -d --name web httpd && docker exec web sh -c 'mkdir /srv/notes; echo kolibri > /srv/notes/a;"
                        + " ln -s notes/a /srv/link' && docker commit web committed:2");
        var image = new TaskId("image");
        var link = new TaskId("link");
        var missing = new TaskId("missing");
        var directory = new TaskId("directory");
        watching.watch(
                task(FIRST, "container.file", "{'name': 'web', 'path': '/srv/notes/a', 'contains': 'kolibri'}"),
                task(image, "image.contains", "{'name': 'committed:2', 'path': '/srv/notes/a', 'text': 'kolibri'}"),
                task(link, "container.file", "{'name': 'web', 'path': '/srv/link', 'contains': 'kolibri'}"),
                task(missing, "image.contains", "{'name': 'committed:2', 'path': '/srv/notes/b'}"),
                task(directory, "container.file", "{'name': 'web', 'path': '/usr', 'exists': false}"));

        watching.checks.checkNow(ATTEMPT);

        assertThat(List.of(FIRST, image, link))
                .allSatisfy(task -> assertThat(watching.verdicts(task)).containsExactly(PASSED));
        assertThat(seen(missing)).isEqualTo("nothing at /srv/notes/b");
        assertThat(seen(directory)).isEqualTo("a directory at /usr");
        assertThat(node.sh("docker ps -a --format '{{.Names}}'").strip()).isEqualTo("web");
    }

    @Test
    void eventsAreFollowedInOrder() {
        watching.watch(task(
                FIRST,
                "event.sequence",
                "[{'type': 'container', 'action': 'start', 'name': 'job'},"
                        + " {'type': 'container', 'action': 'destroy', 'name': 'job'}]"));
        watching.checks.checkNow(ATTEMPT);

        node.sh("docker run --name job busybox true");
        node.sh("docker rm job");

        awaitVerdict(FIRST, PASSED);
    }

    @Test
    void killedEngineIsAnErrorUntilItIsBack() {
        watching.watch(task(FIRST, "container.exists", "{'name': 'web'}"));
        watching.checks.checkNow(ATTEMPT);

        node.sh("pkill -9 -x dockerd; sleep 0.1");
        watching.checks.checkNow(ATTEMPT);
        node.sh("/usr/local/bin/node-ready 30 && docker create --name web busybox");

        awaitVerdict(FIRST, PASSED);
        assertThat(watching.published)
                .extracting(Evaluation::verdict)
                .filteredOn(Verdict.Failed.class::isInstance)
                .hasSizeLessThanOrEqualTo(2);
    }

    private String seen(TaskId task) {
        return watching.verdicts(task).getLast() instanceof Verdict.Failed failed ? failed.seen() : "";
    }
}
