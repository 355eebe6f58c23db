package dev.slipway.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.database.OnBothDatabases;
import dev.slipway.sandbox.RunningSandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route of the API for every kind of caller, down to the real services and the database. */
@SpringBootTest(
        classes = RealServices.class,
        properties = {
            "slipway.account.demo=false",
            "slipway.sandbox.starts=1000",
            "slipway.sandbox.max-total=100",
            "slipway.lab.folders=src/test/resources/dev/slipway/api/access/labs"
        })
@AutoConfigureMockMvc
@OnBothDatabases
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    private static final String API = "/api/v1";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MockMvcTester mvc;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ApplicationContext context;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Callers callers;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Scene scene;

    private int rows;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        // Spring reads the settings before JUnit sets a @TempDir.
        var folder = Files.createTempDirectory("slipway-access");
        folder.toFile().deleteOnExit();
        RunningSandboxes.arguments("access-matrix", folder).forEach(argument -> {
            var setting = argument.substring("--".length()).split("=", 2);
            registry.add(setting[0], () -> setting[1]);
        });
        folder.resolve("images.json").toFile().deleteOnExit();
        registry.add("slipway.data", () -> folder);
    }

    @BeforeAll
    void setTheScene() {
        callers = new Callers(context);
        scene = new Scene(context, callers.id(Caller.OWNER));
    }

    @BeforeEach
    void renewTheScene() {
        scene.renew();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.slipway.api.access.AccessTable#rows")
    void eachCallerGetsTheAnswerOfTheTableAndARefusedCallChangesNothing(AccessTable.Row row) {
        rows++;
        var answers = new EnumMap<Caller, MvcTestResult>(Caller.class);
        var statuses = new EnumMap<Caller, Integer>(Caller.class);
        var before = scene.content();

        for (var caller : Caller.values()) {
            var answer = call(caller, row);
            answers.put(caller, answer);
            statuses.put(caller, status(answer));
            if (isRefusal(answer) || row.method().equals(HttpMethod.GET)) {
                assertThat(scene.changesSince(before))
                        .as("changes by the %s, who got %s", caller, status(answer))
                        .isEmpty();
            } else {
                scene.renew();
                before = scene.content();
            }
        }

        assertThat(statuses).isEqualTo(row.expected());
        answers.forEach(AccessMatrixTest::assertProblemIfRefused);
    }

    private MvcTestResult call(Caller caller, AccessTable.Row row) {
        var request = mvc.method(row.method())
                .uri(API + scene.resolve(row.path()))
                // Too many bad tokens from one address would be answered with 429.
                .remoteAddress("192.0.2." + (1 + rows))
                .contentType(MediaType.APPLICATION_JSON)
                .content(row.body());
        callers.secret(caller).ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.exchange();
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    private static boolean isRefusal(MvcTestResult answer) {
        return status(answer) >= 400;
    }

    private static void assertProblemIfRefused(Caller caller, MvcTestResult answer) {
        if (isRefusal(answer)) {
            assertThat(answer).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        if (status(answer) == 401) {
            assertThat(answer).headers().hasValue("WWW-Authenticate", "Bearer realm=\"Slipway API\"");
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo(caller == Caller.ANONYMOUS ? "TOKEN_MISSING" : "TOKEN_INVALID");
        }
    }

    @Test
    void theTableHasARowForEachRouteAndForNoOther() {
        var routes = context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(AccessMatrixTest::routes)
                .map(AccessMatrixTest::withoutNames);

        assertThat(AccessTable.rows().map(row -> row.method() + " " + API + row.path()))
                .map(AccessMatrixTest::withoutNames)
                .containsExactlyInAnyOrderElementsOf(routes.toList());
    }

    /** Addresses without a route are answered for all methods by one handler; a row of the table stands for them. */
    private static Stream<String> routes(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api"))
                .flatMap(pattern -> pattern.equals("/api/**") && methods.isEmpty()
                        ? Stream.of("GET " + API + "/nothing")
                        : (methods.isEmpty() ? Set.of("ANY") : methods).stream().map(method -> method + " " + pattern));
    }

    private static String withoutNames(String route) {
        return route.replaceAll("\\{[a-zA-Z]+}", "{}");
    }
}
