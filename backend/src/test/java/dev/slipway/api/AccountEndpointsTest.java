package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Account;
import dev.slipway.account.Accounts;
import dev.slipway.account.ListedAccount;
import dev.slipway.account.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.domain.Pageable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Accounts in the API as an administrator uses them; {@link AccessMatrixTest} verifies that other roles are refused.
 */
@ExtendWith(OutputCaptureExtension.class)
class AccountEndpointsTest extends ApiTest {
    private static final String PASSWORD = "another horse battery";
    private static final String MADE_UP = "[a-z]{5}(-[a-z]{5}){3}";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Accounts accounts;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private AuthenticationProvider signIn;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private LoggingSystem logging;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Caller admin;

    @BeforeEach
    void signInAnAdministrator() {
        admin = caller(Role.ADMINISTRATOR);
    }

    @AfterEach
    void logAsBefore() {
        logging.setLogLevel("org.springframework.web", null);
    }

    @Test
    void makesAnAccountAndTellsThePasswordThatItMadeUpOnce() {
        var email = anAddress();

        var made = create(email, "learner", "");

        assertThat(made)
                .hasStatus(201)
                .headers()
                .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(made).bodyJson().isLenientlyEqualTo("""
                {"email": "%s", "name": "Ada", "role": "learner", "enabled": true, "createdAt": "%s"}
                """.formatted(email, clock.instant()));
        var password = body(made).get("password").asString();
        assertThat(password).matches(MADE_UP);
        assertThat(canSignIn(email, password)).isTrue();
        assertThat(listed().toString()).contains(email).doesNotContain(password);
    }

    @Test
    void makesAnAccountWithAChosenPasswordAndDoesNotRepeatIt() {
        var email = anAddress();

        var made = create(email, "instructor", ", \"password\": \"" + PASSWORD + "\"");

        assertThat(made).hasStatus(201).bodyJson().doesNotHavePath("$.password");
        assertThat(made).bodyJson().extractingPath("$.role").isEqualTo("instructor");
        assertThat(canSignIn(email, PASSWORD)).isTrue();
    }

    @Test
    void listsAccountsWithWhatAnAdministratorWantsToKnow() {
        var learner = caller(Role.LEARNER).account();

        var listed = listed();

        assertThat(listed)
                .filteredOn(
                        entry -> entry.get("id").asString().equals(learner.id().toString()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.propertyNames())
                        .containsExactly("id", "email", "name", "role", "enabled", "createdAt"));
        assertThat(listed.toString()).doesNotContain("bcrypt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    email    | eva             | EMAIL_INVALID
                    email    |                 | MALFORMED_VALUE
                    name     | ' '             | NAME_INVALID
                    name     |                 | MALFORMED_VALUE
                    role     | king            | MALFORMED_VALUE
                    role     |                 | MALFORMED_VALUE
                    password | ''              | PASSWORD_TOO_SHORT
                    password | elevenchars     | PASSWORD_TOO_SHORT
                    password | eva@example.org | PASSWORD_IS_EMAIL
                    """)
    void saysWhatIsWrongWithANewAccountAndMakesNone(String field, @Nullable String value, String code) {
        var draft = new HashMap<String, @Nullable String>(
                Map.of("email", "eva@example.org", "name", "Eva", "role", "learner"));
        draft.put(field, value);
        var body = JsonMapper.shared().writeValueAsString(draft);

        assertProblem(call(admin, HttpMethod.POST, "/accounts", body), 400, code);

        assertThat(listed().toString()).doesNotContain("eva@example.org");
    }

    @Test
    void anAddressThatIsTakenIsAConflict() {
        var email = caller(Role.LEARNER).account().email();

        assertProblem(create(email.toUpperCase(Locale.ROOT), "learner", ""), 409, "EMAIL_TAKEN");
    }

    @Test
    void changesTheRole() {
        var learner = caller(Role.LEARNER);

        var changed = change(learner.account(), "{\"role\": \"grader\"}");

        assertThat(changed).hasStatusOk().bodyJson().extractingPath("$.role").isEqualTo("grader");
        assertThat(call(learner, HttpMethod.GET, "/me"))
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("grader");
    }

    @Test
    void aDisabledAccountIsShutOutAndComesBackWhenItIsEnabled() {
        var learner = caller(Role.LEARNER);

        assertThat(change(learner.account(), "{\"enabled\": false}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.enabled")
                .isEqualTo(false);
        assertProblem(call(learner, HttpMethod.GET, "/me"), 401, "TOKEN_INVALID");

        assertThat(change(learner.account(), "{\"enabled\": true}")).hasStatusOk();
        assertThat(call(learner, HttpMethod.GET, "/me")).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"enable\": false}", "{\"role\": null}", "{\"role\": \"king\"}"})
    void refusesAChangeThatSaysNothingKnown(String body) {
        assertThat(change(caller(Role.LEARNER).account(), body)).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"role\": \"learner\"}", "{\"enabled\": false}"})
    void theLastAdministratorStays(String body) {
        accounts.list(admin.account().id(), Pageable.unpaged()).stream()
                .map(ListedAccount::account)
                .filter(account -> account.role() == Role.ADMINISTRATOR && !account.equals(admin.account()))
                .forEach(account -> change(account, "{\"enabled\": false}"));

        assertProblem(change(admin.account(), body), 409, "LAST_ADMINISTRATOR");

        assertThat(call(admin, HttpMethod.GET, "/accounts")).hasStatusOk();
    }

    @Test
    void replacesAPassword() {
        var learner = caller(Role.LEARNER).account();

        var result = replacePassword(learner, "{\"password\": \"" + PASSWORD + "\"}");

        assertThat(result).hasStatus(204).bodyText().isEmpty();
        assertThat(canSignIn(learner.email(), PASSWORD)).isTrue();
    }

    @Test
    void makesUpAPasswordForWhoForgotTheirs() {
        var learner = caller(Role.LEARNER).account();

        var result = replacePassword(learner, "{}");

        assertThat(result).hasStatusOk();
        assertThat(canSignIn(learner.email(), body(result).get("password").asString()))
                .isTrue();
    }

    @Test
    void aWeakPasswordReplacesNone() {
        var learner = caller(Role.LEARNER).account();

        assertProblem(replacePassword(learner, "{\"password\": \"short\"}"), 400, "PASSWORD_TOO_SHORT");
        assertProblem(
                replacePassword(learner, "{\"password\": \"" + learner.email() + "\"}"), 400, "PASSWORD_IS_EMAIL");
    }

    @Test
    void anUnknownAccountIsSaidToBeUnknown() {
        var path = "/accounts/" + UUID.randomUUID();

        assertProblem(call(admin, HttpMethod.PATCH, path, "{\"enabled\": true}"), 404, "NO_SUCH_ACCOUNT");
        assertProblem(call(admin, HttpMethod.PUT, path + "/password"), 404, "NO_SUCH_ACCOUNT");
    }

    @Test
    void noPasswordIsInTheLogHoweverMuchIsLogged(CapturedOutput output) {
        logging.setLogLevel("org.springframework.web", LogLevel.TRACE);

        var made = create(anAddress(), "learner", "");
        create(anAddress(), "learner", ", \"password\": \"" + PASSWORD + "\"");
        var replaced = replacePassword(admin.account(), "{}");
        replacePassword(admin.account(), "{\"password\": \"" + PASSWORD + "\"}");

        assertThat(output)
                .contains("NewAccountBody[", "AccountBody[", "PasswordBody[")
                .doesNotContain(PASSWORD)
                .doesNotContain(body(made).get("password").asString())
                .doesNotContain(body(replaced).get("password").asString());
    }

    /** The accounts of all pages. */
    private List<JsonNode> listed() {
        var accounts = new ArrayList<JsonNode>();
        var last = false;
        for (var page = 1; !last; page++) {
            var result = call(admin, HttpMethod.GET, "/accounts?size=200&page=" + page);
            accounts.addAll(body(result).values());
            last = !result.getResponse().containsHeader("Link");
        }
        return accounts;
    }

    private MvcTestResult create(String email, String role, String more) {
        var body = "{\"email\": \"%s\", \"name\": \"Ada\", \"role\": \"%s\"%s}".formatted(email, role, more);
        return call(admin, HttpMethod.POST, "/accounts", body);
    }

    private MvcTestResult change(Account account, String body) {
        return call(admin, HttpMethod.PATCH, "/accounts/" + account.id(), body);
    }

    private MvcTestResult replacePassword(Account account, String body) {
        return call(admin, HttpMethod.PUT, "/accounts/" + account.id() + "/password", body);
    }

    private boolean canSignIn(String email, String password) {
        try {
            return signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, password)) != null;
        } catch (AuthenticationException _) {
            return false;
        }
    }

    private static String anAddress() {
        return "ada" + SERIAL.incrementAndGet() + "@example.org";
    }

    private static JsonNode body(MvcTestResult result) {
        return JsonMapper.shared().readTree(result.getResponse().getContentAsByteArray());
    }
}
