package dev.slipway.account;

import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.database.OnBothDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.core.context.SecurityContextHolder;

/** Accounts of the real module, as people use them; each test adds its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
abstract class AccountTest {
    static final String PASSWORD = "correct horse battery";

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before all tests
    RunningAccounts running;

    @SuppressWarnings("NullAway.Init") // set before each test
    Account admin;

    @BeforeAll
    void start(@TempDir Path data) {
        running = RunningAccounts.on(data, "--slipway.account.demo=false");
    }

    @BeforeEach
    void forgetTheTestBefore() {
        admin = add(Role.ADMINISTRATOR);
        running.committedEvents().clear();
        running.get(MutableClock.class).advance(Duration.ofHours(1));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @AfterAll
    void stop() {
        running.close();
    }

    final Account add(Role role) {
        return running.get(AccountLedger.class).add(draft(role));
    }

    static NewAccount draft(Role role) {
        var email = new EmailAddress("person" + SERIAL.incrementAndGet() + "@example.org");
        return new NewAccount(email, "Person", role, new NewPassword(PASSWORD));
    }

    final CurrentAccount current() {
        return running.get(CurrentAccount.class);
    }
}
