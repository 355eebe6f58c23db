package dev.slipway.check.assertion;

import static dev.slipway.check.assertion.FactsBuilder.NODE;
import static dev.slipway.check.assertion.FactsBuilder.aNode;
import static dev.slipway.check.assertion.Judging.failed;
import static dev.slipway.check.assertion.Judging.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.HttpFact;
import dev.slipway.check.fact.Observed;
import org.junit.jupiter.api.Test;

class OtherAssertionsTest {
    private static final Verdict PASSED = new Verdict.Passed();
    private static final String STOP_THEN_START =
            "[{'type': 'container', 'action': 'stop', 'name': 'web'}, {'type': 'container', 'action': 'start', 'name': 'web'}]";
    private static final String EITHER =
            "[{'container.running': {'name': 'aa'}}, {'container.running': {'name': 'bb'}}]";

    @Test
    void httpComparesStatusAndText() {
        var wish = "{'port': '${PORT}', 'path': '/', 'status': 200, 'contains': 'works'}";
        var expected = "status 200 from http://node1:8080/, whose text contains “works”";

        assertThat(judge("http", wish, aNode().http(8080, new HttpFact(true, 200, "It works!", false))))
                .isEqualTo(PASSED);
        assertThat(judge("http", wish, aNode().http(8080, new HttpFact(true, 404, "It works!", false))))
                .isEqualTo(failed(
                        "http", "The web server on port 8080 answers with another status.", "status 404", expected));
        assertThat(judge("http", wish, aNode().http(8080, new HttpFact(true, 200, "<p>\n Hello </p>\n", true))))
                .isEqualTo(failed(
                        "http",
                        "The web server on port 8080 answers with another text.",
                        "status 200, “<p> Hello </p>…”",
                        expected));
        assertThat(judge("http", wish, aNode().http(8080, HttpFact.SILENCE)))
                .isEqualTo(failed(
                        "http", "No web server answers on port 8080.", "nothing answers on port 8080", expected));
    }

    @Test
    void eventIsSeenByTypeActionAndName() {
        var wish = "{'type': 'container', 'action': 'stop', 'name': 'web'}";
        var node = aNode().event("image", "pull", "httpd:latest").event("container", "start", "web");

        assertThat(judge("event.seen", wish, node))
                .isEqualTo(failed(
                        "event.seen",
                        "This has not happened yet: container stop web.",
                        "last: container start web",
                        "container stop web"));
        assertThat(judge("event.seen", wish, node.event("container", "stop", "web")))
                .isEqualTo(PASSED);
        assertThat(judge("event.seen", "{'type': 'image', 'action': 'pull', 'name': 'httpd'}", node))
                .isEqualTo(PASSED);
        assertThat(judge("event.seen", "{'type': 'container', 'action': 'stop', 'image': 'nginx'}", node))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void missingReportsAreAdmitted() {
        var wish = "{'type': 'container', 'action': 'stop', 'name': 'web'}";

        assertThat(judge("event.seen", wish, aNode().gap()))
                .isEqualTo(failed(
                        "event.seen",
                        "This has not happened yet: container stop web. Some of the engine's reports are missing; if"
                                + " you have done it already, do it again.",
                        "no such event",
                        "container stop web"));
    }

    @Test
    void sequenceWantsTheOrder() {
        var wrong = aNode().event("container", "start", "web").event("container", "stop", "web");
        var expected = "container stop web, then container start web";

        assertThat(judge("event.sequence", STOP_THEN_START, wrong))
                .isEqualTo(failed(
                        "event.sequence",
                        "After container stop web this has not happened yet: container start web.",
                        "last: container start web, container stop web",
                        expected));
        assertThat(judge(
                        "event.sequence",
                        STOP_THEN_START,
                        wrong.event("container", "die", "db").event("container", "start", "web")))
                .isEqualTo(PASSED);
    }

    @Test
    void anyWantsOne() {
        assertThat(judge("any", EITHER, aNode().container("bb", "httpd", "running")))
                .isEqualTo(PASSED);
        assertThat(judge("any", EITHER, aNode().container("bb", "httpd", "exited")))
                .isEqualTo(failed(
                        "any",
                        "None of the ways that the task allows was taken.",
                        "no running containers; bb is exited",
                        "a container named aa is running, or a container named bb is running"));
    }

    @Test
    void noneWantsNone() {
        assertThat(judge("none", EITHER, aNode())).isEqualTo(PASSED);
        assertThat(judge("none", EITHER, aNode().container("bb", "httpd", "running")))
                .isEqualTo(failed(
                        "none",
                        "This must not be so: a container named bb is running.",
                        "a container named bb is running",
                        "not: a container named aa is running, nor a container named bb is running"));
    }

    @Test
    void doubtDecidesOnlyWhatIsNotCertain() {
        var mixed = "[{'http': {'port': 80}}, {'container.running': {'name': 'bb'}}]";
        var unknown = new FactNeed.Http(NODE, 80, "/");
        var cause = "Port 80 of node1 cannot be tried at the moment.";
        var running = aNode().container("bb", "httpd", "running").but(unknown, new Observed.Unavailable<>(cause));
        var stopped = aNode().container("bb", "httpd", "exited").but(unknown, new Observed.Unavailable<>(cause));

        assertThat(judge("any", mixed, running)).isEqualTo(PASSED);
        assertThat(judge("any", mixed, stopped)).isEqualTo(new Verdict.Errored(cause));
        assertThat(judge("none", mixed, running)).isInstanceOf(Verdict.Failed.class);
        assertThat(judge("none", mixed, stopped)).isEqualTo(new Verdict.Errored(cause));
    }
}
