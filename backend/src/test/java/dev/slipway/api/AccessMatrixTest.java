package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slipway.account.ApiTokens;
import dev.slipway.account.Role;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint for every role, on one's own and on a foreign object. */
class AccessMatrixTest extends ApiTest {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    @SuppressWarnings("NullAway.Init")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ApiTokens tokens;

    static Stream<Arguments> endpoints() {
        return Stream.of(
                //                                                              own  learner grader instr admin
                arguments("GET", "/attempts/{id}", "{}", new Expected(200, 404, 200, 200, 200)),
                arguments("POST", "/attempts/{id}/check", "{}", new Expected(200, 404, 403, 403, 403)),
                arguments("POST", "/attempts/{id}/end", "{}", new Expected(200, 404, 403, 403, 200)),
                arguments("POST", "/attempts/{id}/restart", "{}", new Expected(200, 404, 403, 403, 403)),
                arguments("POST", "/attempts/{id}/extend", "{}", new Expected(200, 404, 403, 403, 403)),
                arguments("POST", "/attempts/{id}/nodes/node1/reset", "{}", new Expected(202, 404, 403, 403, 403)),
                arguments(
                        "PUT",
                        "/attempts/{id}/tasks/second/answer",
                        "{\"answer\":\"web\"}",
                        new Expected(200, 404, 403, 403, 403)),
                arguments(
                        "POST",
                        "/attempts/{id}/questions/second/answers",
                        "{\"options\":[2]}",
                        new Expected(200, 404, 403, 403, 403)),
                arguments("POST", "/attempts/{id}/tasks/second/hints", "{}", new Expected(200, 404, 403, 403, 403)),
                arguments(
                        "POST",
                        "/attempts/{id}/terminals",
                        "{\"node\":\"node1\",\"number\":1}",
                        new Expected(201, 404, 403, 403, 403)),
                arguments(
                        "POST",
                        "/attempts/{id}/previews",
                        "{\"node\":\"node1\",\"port\":8080}",
                        new Expected(201, 404, 403, 403, 403)),
                arguments("GET", "/attempts/{id}/recordings", "{}", new Expected(200, 404, 200, 200, 200)),
                arguments(
                        "GET",
                        "/attempts/{id}/recordings/" + FakeAttemptRecordings.ID,
                        "{}",
                        new Expected(200, 404, 200, 200, 200)),
                arguments("GET", "/accounts", "{}", Expected.forAdministrators(200)),
                arguments(
                        "POST",
                        "/accounts",
                        "{\"email\":\"new@example.org\",\"name\":\"New\",\"role\":\"administrator\"}",
                        Expected.forAdministrators(201)),
                arguments(
                        "PATCH",
                        "/accounts/{account}",
                        "{\"role\":\"administrator\"}",
                        Expected.forAdministrators(200)),
                arguments("PUT", "/accounts/{account}/password", "{}", Expected.forAdministrators(200)),
                arguments("DELETE", "/me/tokens/{token}", "{}", new Expected(204, 404, 404, 404, 404)),
                arguments("POST", "/attempts", "{\"lab\":\"sample\"}", new Expected(200, 201, 201, 201, 201)),
                arguments("GET", "/attempts", "{}", Expected.all(200)),
                arguments("GET", "/labs", "{}", Expected.all(200)),
                arguments("GET", "/labs/sample", "{}", Expected.all(200)),
                arguments("GET", "/me", "{}", Expected.all(200)),
                arguments("GET", "/me/tokens", "{}", Expected.all(200)),
                arguments("POST", "/me/tokens", "{\"name\":\"laptop\"}", Expected.all(201)),
                arguments("GET", "/status", "{}", Expected.all(200)),
                arguments("GET", "/openapi.json", "{}", Expected.all(200)),
                arguments("GET", "/nothing", "{}", Expected.all(404)));
    }

    record Expected(int owner, int learner, int grader, int instructor, int administrator) {
        static Expected forAdministrators(int status) {
            return new Expected(403, 403, 403, 403, status);
        }

        static Expected all(int status) {
            return new Expected(status, status, status, status, status);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void eachRoleMayDoWhatItShould(String method, String template, String body, Expected expected) {
        var owner = caller(Role.LEARNER);
        var token = tokens.issue(owner.account().id(), "spare").token().id();
        var path = template.replace("{id}", attemptOf(owner).id().toString())
                .replace("{token}", token.toString())
                .replace("{account}", owner.account().id().toString());
        var verb = HttpMethod.valueOf(method);

        assertThat(call(caller(Role.LEARNER), verb, path, body)).hasStatus(expected.learner());
        assertThat(call(caller(Role.GRADER), verb, path, body)).hasStatus(expected.grader());
        assertThat(call(caller(Role.INSTRUCTOR), verb, path, body)).hasStatus(expected.instructor());
        assertThat(call(owner, verb, path, body)).hasStatus(expected.owner());
        assertThat(call(caller(Role.ADMINISTRATOR), verb, path, body)).hasStatus(expected.administrator());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("endpoints")
    void nobodyGetsInWithoutAToken(String method, String template, String body, Expected expected) {
        var path = "/api/v1" + template;

        var result = mvc.method(HttpMethod.valueOf(method))
                .uri(path, "00000000-0000-0000-0000-000000000000")
                .content(body)
                .exchange();

        assertProblem(result, 401, "TOKEN_MISSING");
        assertThat(result).headers().hasValue("WWW-Authenticate", "Bearer realm=\"Slipway API\"");
        assertThat(expected).isNotNull();
    }

    @Test
    void theMatrixKnowsEveryEndpoint() {
        var known = endpoints()
                .map(row -> row.get()[0] + " /api/v1" + row.get()[1])
                .map(AccessMatrixTest::withoutNames)
                .toList();

        var mapped = mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/v1"))
                        .flatMap(pattern ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern)))
                .map(AccessMatrixTest::withoutNames)
                .filter(endpoint -> !endpoint.contains("openapi"))
                .toList();

        assertThat(mapped).isNotEmpty().allMatch(known::contains);
    }

    private static String withoutNames(String endpoint) {
        return endpoint.replace("/node1/", "/{}/")
                .replace("/second/", "/{}/")
                .replace("/sample", "/{}")
                .replace(FakeAttemptRecordings.ID, "{}")
                .replaceAll("\\{[a-z]+}", "{}");
    }
}
