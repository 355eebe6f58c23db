package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Account;
import dev.slipway.account.EmailAddress;
import dev.slipway.account.MutableClock;
import dev.slipway.account.NewAccount;
import dev.slipway.account.NewPassword;
import dev.slipway.account.Role;
import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.attempt.Attempt;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.database.TestDatabase;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The API over the real accounts and made-up labs, attempts and machines, behind its real chain of filters. */
@SpringBootTest(
        classes = ApiTest.Setup.class,
        properties = {"spring.jpa.hibernate.ddl-auto=validate", "slipway.account.demo=false"})
@AutoConfigureMockMvc
@OnBothDatabases
abstract class ApiTest {
    static final LabId LAB = new LabId("sample");

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MockMvcTester mvc;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    AccountLedger ledger;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    FakeAttempts attempts;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    FakeHost host;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    MutableClock clock;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("slipway.data", ApiTest::temporaryFolder);
        registry.add("spring.datasource.url", () -> TestDatabase.url("api"));
    }

    @BeforeEach
    void startAnew() {
        attempts.clear();
        host.reachable(true);
        clock.advance(Duration.ofHours(1));
    }

    /** An account with a token. */
    record Caller(Account account, String token) {}

    Caller caller(Role role) {
        var email = new EmailAddress("caller" + SERIAL.incrementAndGet() + "@example.org");
        var account = ledger.add(new NewAccount(email, "Caller", role, new NewPassword("correct horse battery")));
        return new Caller(account, ledger.issueToken(account.id(), "test").secret());
    }

    Attempt attemptOf(Caller learner) {
        return attempts.start(learner.account().id(), LAB);
    }

    MvcTestResult call(Caller caller, HttpMethod method, String path) {
        return call(caller.token(), method, path, "{}");
    }

    MvcTestResult call(Caller caller, HttpMethod method, String path, String body) {
        return call(caller.token(), method, path, body);
    }

    MvcTestResult call(String token, HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    /** An error that a program can tell by its code and a person can read. */
    static void assertProblem(MvcTestResult result, int status, String code) {
        assertThat(result).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(result).bodyJson().extractingPath("$.status").isEqualTo(status);
        assertThat(result).bodyJson().extractingPath("$.detail").asString().endsWith(".");
        assertThat(result)
                .bodyJson()
                .extractingPath("$.correlationId")
                .isEqualTo(result.getResponse().getHeader("X-Correlation-Id"));
    }

    private static String temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("slipway-api");
            folder.toFile().deleteOnExit();
            folder.resolve("credentials").toFile().deleteOnExit();
            return folder.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"dev.slipway.api.problem", "dev.slipway.api.rest", "dev.slipway.api.security"})
    @ComponentScan({
        "dev.slipway.account.persistence",
        "dev.slipway.account.limit",
        "dev.slipway.account.signin",
        "dev.slipway.account.firstrun"
    })
    @EntityScan({"dev.slipway.account", "org.springframework.modulith.events.jpa.updating"})
    @EnableJpaRepositories("dev.slipway.account")
    @ConfigurationPropertiesScan({"dev.slipway.account", "dev.slipway.platform"})
    static class Setup {
        @Bean
        MutableClock clock() {
            return new MutableClock();
        }

        @Bean
        Labs labs() {
            return new FakeLabs();
        }

        @Bean
        FakeAttempts attempts(Labs labs, FakeHost host) {
            return new FakeAttempts(labs, host);
        }

        @Bean
        FakePreviews previews(FakeAttempts attempts) {
            return new FakePreviews(attempts);
        }

        @Bean
        FakeAttemptRecordings recordings(FakeAttempts attempts) {
            return new FakeAttemptRecordings(attempts);
        }

        @Bean
        FakeHost host() {
            return new FakeHost();
        }
    }
}
