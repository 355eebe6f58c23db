package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Role;
import dev.slipway.attempt.HostObstacle;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class EndpointsTest extends ApiTest {

    @Test
    void listsTheLabsOfTheCourses() {
        var result = call(caller(Role.LEARNER), HttpMethod.GET, "/labs");

        assertThat(result).bodyJson().isLenientlyEqualTo("""
                [{"id": "sample", "course": "docker", "version": "1.0.0", "title": "Sample",
                  "difficulty": "beginner", "minutes": 10, "points": 100}, {"id": "quiz"}]
                """);
    }

    @Test
    void describesALabWithoutGivingItsChecksOrHintsAway() {
        var result = call(caller(Role.LEARNER), HttpMethod.GET, "/labs/sample");

        assertThat(result).bodyJson().isLenientlyEqualTo("""
                {"id": "sample", "points": 100, "passPercent": 50, "hintCost": 10,
                 "session": {"minutes": 45, "extendBy": 15, "maxExtensions": 2},
                 "nodes": [{"name": "node1", "memoryBytes": 805306368, "cpus": 1.0}],
                 "tasks": [{"id": "first", "points": 40, "hints": 0}, {"id": "second", "points": 60, "hints": 2}]}
                """);
        assertThat(result).bodyText().doesNotContain("Look").doesNotContain("check");
    }

    @Test
    void saysOfALabWhyItCannotBeStartedOnThisHost() {
        var learner = caller(Role.LEARNER);
        attempts.obstructWith(new HostObstacle("AppArmor", "One wall fewer around a node."));

        var line = call(learner, HttpMethod.GET, "/labs");
        var whole = call(learner, HttpMethod.GET, "/labs/sample");

        assertThat(line)
                .bodyJson()
                .extractingPath("$[0].obstacle")
                .asString()
                .contains("cannot run on this host", "AppArmor", "One wall fewer around a node.");
        assertThat(whole).bodyJson().extractingPath("$.obstacle").asString().contains("AppArmor");
    }

    @Test
    void saysNothingOfObstaclesWhereThereAreNone() {
        assertThat(call(caller(Role.LEARNER), HttpMethod.GET, "/labs"))
                .bodyText()
                .doesNotContain("obstacle");
        assertThat(call(caller(Role.LEARNER), HttpMethod.GET, "/labs/sample"))
                .bodyText()
                .doesNotContain("obstacle");
    }

    @Test
    void startsAnAttemptAndResumesItTheSecondTime() {
        var learner = caller(Role.LEARNER);

        var first = call(learner, HttpMethod.POST, "/attempts", "{\"lab\": \"sample\"}");
        var second = call(learner, HttpMethod.POST, "/attempts", "{\"lab\": \"sample\"}");

        var path = "/api/v1/attempts/" + attemptOf(learner).id();
        assertThat(first).hasStatus(201).headers().hasValue("Location", path);
        assertThat(second).hasStatus(200).headers().hasValue("Location", path);
    }

    @Test
    void tellsTheStateOfAnAttemptWithMachinesAndVerdicts() {
        var learner = caller(Role.LEARNER);

        var result =
                call(learner, HttpMethod.GET, "/attempts/" + attemptOf(learner).id());

        assertThat(result).bodyJson().isLenientlyEqualTo("""
                {"lab": "sample", "status": "open", "score": 40, "maxScore": 100, "passed": false, "complete": false,
                 "variables": {"PORT": "8080"},
                 "sandbox": {"id": "abcd1234", "state": "provisioning", "stage": "engines", "nodes": ["node1"]},
                 "tasks": [
                   {"id": "first", "passed": true, "verdict": {"outcome": "passed"}},
                   {"id": "second", "passed": false, "hintsTaken": 1,
                    "verdict": {"outcome": "failed", "assertion": "container.publishes",
                                "reason": "No container publishes port 8080.", "seen": "8081", "expected": "8080"}}]}
                """);
    }

    @Test
    void refusesToWorkInAnAttemptThatHasEnded() {
        var learner = caller(Role.LEARNER);
        var path = "/attempts/" + attemptOf(learner).id();

        assertThat(call(learner, HttpMethod.POST, path + "/end"))
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("ended");

        assertProblem(call(learner, HttpMethod.POST, path + "/check"), 409, "ATTEMPT_ENDED");
    }

    @Test
    void unfoldsAHintAsTextAndAsHtml() {
        var learner = caller(Role.LEARNER);

        var result =
                call(learner, HttpMethod.POST, "/attempts/" + attemptOf(learner).id() + "/tasks/second/hints");

        assertThat(result).bodyJson().isLenientlyEqualTo("""
                {"text": "Look at `docker ps`", "html": "<p>Look at `docker ps`</p>"}
                """);
    }

    @Test
    void givesATicketForATerminalAndSaysWhenItExpires() {
        var learner = caller(Role.LEARNER);
        var path = "/attempts/" + attemptOf(learner).id() + "/terminals";

        var result = call(learner, HttpMethod.POST, path, "{\"node\": \"node1\", \"number\": 2}");

        assertThat(result).bodyJson().isLenientlyEqualTo("""
                {"ticket": "ticket-node1-2", "path": "/ws/terminal", "expiresAt": "%s"}
                """.formatted(
                        clock.instant().plusSeconds(30)));
    }

    @Test
    void givesATicketForAPreviewAndAnAddressThatOpensIt() {
        var learner = caller(Role.LEARNER);
        var path = "/attempts/" + attemptOf(learner).id() + "/previews";

        var result = call(learner, HttpMethod.POST, path, "{\"node\": \"node1\", \"port\": 8080}");

        assertThat(result).bodyJson().isLenientlyEqualTo("""
                {"url": "http://p8080-node1-abcdefghij.localhost:8080/.slipway/open#secret/",
                 "origin": "http://p8080-node1-abcdefghij.localhost:8080",
                 "ticket": "secret", "expiresAt": "2030-01-01T08:00:30Z"}
                """);
    }

    @Test
    void previewIsOfAPortThatExists() {
        var learner = caller(Role.LEARNER);
        var path = "/attempts/" + attemptOf(learner).id() + "/previews";

        assertThat(call(learner, HttpMethod.POST, path, "{\"node\": \"node1\", \"port\": 65536}"))
                .hasStatus(400);
        assertThat(call(learner, HttpMethod.POST, path, "{\"node\": \"Node 1\", \"port\": 80}"))
                .hasStatus(400);
    }

    @Test
    void aNodeHasEightTerminals() {
        var learner = caller(Role.LEARNER);
        var path = "/attempts/" + attemptOf(learner).id() + "/terminals";

        assertProblem(
                call(learner, HttpMethod.POST, path, "{\"node\": \"node1\", \"number\": 9}"), 400, "MALFORMED_VALUE");
    }

    @Test
    void tellsAdministratorsAloneAboutTheHostItsAlarmsAndTheSandboxes() {
        assertThat(call(caller(Role.INSTRUCTOR), HttpMethod.GET, "/status"))
                .bodyJson()
                .isStrictlyEqualTo("{\"status\": \"up\"}");
        assertThat(call(caller(Role.ADMINISTRATOR), HttpMethod.GET, "/status"))
                .bodyJson()
                .isLenientlyEqualTo("""
                        {"status": "up", "version": "development",
                         "engine": {"version": "26.1.5", "cgroupVersion": "2", "memoryBytes": 4294967296},
                         "host": [{"id": "ipvs", "state": "missing", "fix": "Load ip_vs"}],
                         "alarms": [{"sandbox": "wxyz6789", "since": "2030-01-01T07:00:00Z", "failures": 3,
                                     "cause": "remove node: no answer in time"}],
                         "sandboxes": [{"sandbox": {"id": "abcd1234", "state": "ready",
                                                    "leaseEnds": "2030-01-01T09:00:00Z"}}]}
                        """);
    }

    @Test
    void saysThatTheEngineDoesNotAnswer() {
        host.reachable(false);

        assertThat(call(caller(Role.ADMINISTRATOR), HttpMethod.GET, "/status"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("engine-unreachable");
    }

    @Test
    void saysWhoBearsTheToken() {
        var grader = caller(Role.GRADER);

        assertThat(call(grader, HttpMethod.GET, "/me")).bodyJson().isStrictlyEqualTo("""
                {"id": "%s", "email": "%s", "name": "Caller", "role": "grader"}
                """.formatted(
                        grader.account().id(), grader.account().email()));
    }

    @Test
    void describesItselfAndNothingElse() {
        var result = call(caller(Role.LEARNER), HttpMethod.GET, "/openapi.json");

        assertThat(result).bodyJson().extractingPath("$.openapi").asString().startsWith("3.");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.paths")
                .asMap()
                .containsKeys(
                        "/api/v1/labs",
                        "/api/v1/accounts/{id}",
                        "/api/v1/attempts/{id}/terminals",
                        "/api/v1/me/tokens/{id}")
                .doesNotContainKey("/api/**")
                .allSatisfy((path, _) -> assertThat(path).asString().startsWith("/api/v1/"));
        assertThat(result)
                .bodyJson()
                .extractingPath("$.components.schemas.Summary.properties")
                .asMap()
                .containsKey("obstacle");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.components.schemas.LabBody.properties")
                .asMap()
                .containsKey("obstacle");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.components.securitySchemes.token.scheme")
                .isEqualTo("bearer");
    }
}
