package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Lists that are returned in pages. */
class PagesTest extends ApiTest {

    @Test
    void pageOfAttemptsNamesTheNextOneUntilTheLast() {
        var learner = caller(Role.LEARNER);
        attemptOf(learner);
        attempts.putQuiz(learner.account());

        var first = call(learner, HttpMethod.GET, "/attempts?size=1");
        var second = call(learner, HttpMethod.GET, "/attempts?size=1&page=2");

        assertThat(first).bodyJson().extractingPath("$").asArray().hasSize(1);
        assertThat(first).headers().hasValue("Link", "</api/v1/attempts?size=1&page=2>; rel=\"next\"");
        assertThat(second).bodyJson().extractingPath("$").asArray().hasSize(1);
        assertThat(second).headers().doesNotContainHeader("Link");
    }

    @Test
    void lineOfTheListHasTheFieldsOfAnAttemptWithoutItsDetails() {
        var learner = caller(Role.LEARNER);
        var id = attemptOf(learner).id();

        var result = call(learner, HttpMethod.GET, "/attempts");

        assertThat(result).bodyJson().extractingPath("$[0]").asMap().doesNotContainKeys("tasks", "variables");
        assertThat(result).bodyJson().isLenientlyEqualTo("""
                [{"id": "%s", "lab": "sample", "status": "open", "score": 40, "maxScore": 100, "passed": false,
                  "complete": false, "taskCount": {"done": 1, "all": 2}, "questionCount": {"done": 0, "all": 0},
                  "sandbox": {"id": "abcd1234", "state": "provisioning", "stage": "engines"}}]
                """.formatted(id));
    }

    @Test
    void administratorReadsAccountsInPages() {
        var admin = caller(Role.ADMINISTRATOR);
        caller(Role.LEARNER);

        var first = call(admin, HttpMethod.GET, "/accounts?size=1");
        var second = call(admin, HttpMethod.GET, "/accounts?size=1&page=2");

        assertThat(first).headers().hasValue("Link", "</api/v1/accounts?size=1&page=2>; rel=\"next\"");
        assertThat(first).bodyJson().extractingPath("$").asArray().hasSize(1);
        assertThat(second).bodyJson().extractingPath("$[0].email").asString().isNotEqualTo(email(first));
    }

    private static String email(MvcTestResult page) {
        return JsonMapper.shared()
                .readTree(page.getResponse().getContentAsByteArray())
                .get(0)
                .get("email")
                .asString();
    }

    @Test
    void statusCountsTheSandboxesOfAllPages() {
        assertThat(call(caller(Role.ADMINISTRATOR), HttpMethod.GET, "/status?size=1"))
                .bodyJson()
                .isLenientlyEqualTo("{\"running\": 1, \"waiting\": 0, \"sandboxes\": [{}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=201", "size=0", "size=many", "page=0", "page=1000001"})
    void pageThatDoesNotExistIsRefused(String query) {
        assertProblem(call(caller(Role.LEARNER), HttpMethod.GET, "/attempts?" + query), 400, "MALFORMED_VALUE");
    }
}
