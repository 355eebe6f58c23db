package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.ApiTokens;
import dev.slipway.account.Role;
import dev.slipway.shared.ErrorTexts;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest extends ApiTest {
    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ApiTokens tokens;

    @ParameterizedTest
    @EnumSource
    void eachErrorSaysWhatHappenedAndWhatToDo(ApiError error) {
        assertThat(ErrorTexts.text(error, "one", "two"))
                .doesNotContain("{")
                .contains(". ")
                .endsWith(".");
    }

    @Test
    void refusesAnUnknownTokenAndSlowsDownWhoeverTriesMany() {
        IntStream.range(0, 50)
                .forEach(_ -> assertProblem(call("guess", HttpMethod.GET, "/me", ""), 401, "TOKEN_INVALID"));
        assertProblem(call("guess", HttpMethod.GET, "/me", ""), 429, "TOO_MANY_BAD_TOKENS");
        assertThat(call(caller(Role.LEARNER), HttpMethod.GET, "/me")).hasStatusOk();

        clock.advance(Duration.ofMinutes(5));

        assertProblem(call("guess", HttpMethod.GET, "/me", ""), 401, "TOKEN_INVALID");
    }

    @Test
    void aRevokedTokenIsWorthlessAtOnce() {
        var learner = caller(Role.LEARNER);
        var token = tokens.list(learner.account().id()).getFirst();

        assertThat(call(learner, HttpMethod.DELETE, "/me/tokens/" + token.id())).hasStatus(204);

        assertProblem(call(learner, HttpMethod.GET, "/me"), 401, "TOKEN_INVALID");
    }

    @Test
    void aNewTokenTellsItsSecretOnce() {
        var learner = caller(Role.LEARNER);

        var issued = call(learner, HttpMethod.POST, "/me/tokens", "{\"name\": \"laptop\"}");

        assertThat(issued).bodyJson().extractingPath("$.secret").asString().startsWith("slipway_");
        assertThat(call(learner, HttpMethod.GET, "/me/tokens"))
                .bodyText()
                .contains("laptop")
                .doesNotContain("secret");
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        var learner = caller(Role.LEARNER);

        var result = mvc.get().uri("/api/v1/me?access_token=" + learner.token()).exchange();

        assertProblem(result, 401, "TOKEN_MISSING");
    }

    @Test
    void keepsNoSession() {
        var result = call(caller(Role.LEARNER), HttpMethod.GET, "/me");

        assertThat(result.getRequest().getSession(false)).isNull();
        assertThat(result).headers().doesNotContainHeader("Set-Cookie");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /labs/no-such-lab    |                   | 404 | LAB_NOT_FOUND
                    GET    | /labs/UPPER          |                   | 400 | MALFORMED_VALUE
                    GET    | /attempts/not-a-uuid |                   | 400 | MALFORMED_VALUE
                    POST   | /attempts            | {"lab": "../x"}   | 400 | MALFORMED_VALUE
                    POST   | /attempts            | {}                | 400 | MALFORMED_VALUE
                    POST   | /attempts            | {"lab":           | 400 | MALFORMED_BODY
                    POST   | /attempts            |                   | 400 | MALFORMED_BODY
                    POST   | /attempts            | {"lab": "nolab"}  | 404 | LAB_NOT_FOUND
                    POST   | /me/tokens           | {"name": " "}     | 400 | NAME_INVALID
                    DELETE | /labs                |                   | 405 | REQUEST_NOT_UNDERSTOOD
                    PATCH  | /me                  | {}                | 405 | REQUEST_NOT_UNDERSTOOD
                    GET    | /labs/one/two/three  |                   | 404 | NO_SUCH_ENDPOINT
                    """)
    void saysWhatIsWrongWithARequest(String method, String path, @Nullable String body, int status, String code) {
        var result = call(caller(Role.LEARNER).token(), HttpMethod.valueOf(method), path, body == null ? "" : body);

        assertProblem(result, status, code);
    }

    @Test
    void namesTheMethodsThatAnAddressAnswersTo() {
        var result = call(caller(Role.LEARNER), HttpMethod.DELETE, "/me/tokens");

        assertProblem(result, 405, "REQUEST_NOT_UNDERSTOOD");
        assertThat(result).headers().hasValue("Allow", "GET, POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1//me",
                "/api/v1/%2e%2e/me",
                "/api/v1/me;a=b",
                "/api;x/v1/me",
                "/api/v1/..%2fme",
                "/api/v1/me%00",
                "//api/v1/me",
                "/api/v1/./me",
                "/api/v1/%5cme",
                "/api/v1/me%0a"
            })
    void answersTricksWithPathsAsProblems(String path) {
        var result = mvc.get()
                .uri(URI.create("http://localhost" + path))
                .header("Authorization", "Bearer " + caller(Role.LEARNER).token())
                .exchange();

        assertThat(result.getResponse().getStatus()).isIn(400, 401, 404, 405);
        assertThat(result).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void answersAMethodThatNobodyUsesAsAProblem() {
        var result = mvc.method(HttpMethod.TRACE).uri("/api/v1/me").exchange();

        assertThat(result.getResponse().getStatus()).isIn(400, 405);
        assertThat(result).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void saysThatOnlyJsonIsUnderstood() {
        var result = mvc.post()
                .uri("/api/v1/attempts")
                .header("Authorization", "Bearer " + caller(Role.LEARNER).token())
                .contentType("text/csv")
                .content("lab,sample")
                .exchange();

        assertProblem(result, 415, "REQUEST_NOT_UNDERSTOOD");
    }

    @Test
    void anUnexpectedErrorTellsItsNumberAndNothingOfTheInside(CapturedOutput output) {
        var learner = caller(Role.LEARNER);
        var path = "/attempts/" + attemptOf(learner).id();
        attempts.failWith(new IllegalStateException("jdbc:secret"));

        var result = call(learner, HttpMethod.GET, path);

        assertProblem(result, 500, "UNEXPECTED");
        assertThat(result).bodyText().doesNotContain("jdbc").doesNotContain("Exception");
        var id = result.getResponse().getHeader("X-Correlation-Id");
        assertThat(result).bodyJson().extractingPath("$.detail").asString().contains(id);
        assertThat(output).contains("jdbc:secret");
    }
}
