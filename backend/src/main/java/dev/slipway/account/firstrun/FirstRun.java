package dev.slipway.account.firstrun;

import dev.slipway.account.AccountProperties;
import dev.slipway.account.EmailAddress;
import dev.slipway.account.NewAccount;
import dev.slipway.account.NewPassword;
import dev.slipway.account.PasswordGenerator;
import dev.slipway.account.Role;
import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.platform.PlatformProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates the accounts of an empty database before the server accepts requests. The file with their secrets is written
 * within the same transaction: if writing fails, the accounts are not created either. Otherwise the database would have
 * accounts whose passwords are unknown.
 */
@Component
class FirstRun implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRun.class);

    private final AccountLedger ledger;
    private final AccountProperties properties;
    private final PlatformProperties platform;
    private final TransactionTemplate transaction;
    private final PasswordGenerator passwords = new PasswordGenerator(new SecureRandom());

    FirstRun(
            AccountLedger ledger,
            AccountProperties properties,
            PlatformProperties platform,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.properties = properties;
        this.platform = platform;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (ledger.isEmpty()) {
            transaction.executeWithoutResult(_ -> createAccounts());
        }
    }

    private void createAccounts() {
        var roles = properties.demo()
                ? List.of(Role.ADMINISTRATOR, Role.INSTRUCTOR, Role.GRADER, Role.LEARNER)
                : List.of(Role.ADMINISTRATOR);
        var file = platform.data().resolve("credentials");
        try {
            var entries = roles.stream().map(this::create).toList();
            new CredentialsFile(platform.url(), entries).write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": make its folder writable and start again", e);
        }
        LOG.info("first accounts created count={} file={}", roles.size(), file);
    }

    private CredentialsFile.Entry create(Role role) {
        var given = role == Role.ADMINISTRATOR ? givenPassword() : null;
        var password = given == null ? passwords.next() : given;
        var name = role.name().toLowerCase(Locale.ROOT);
        var email = new EmailAddress((role == Role.ADMINISTRATOR ? "admin" : name) + "@slipway.local");
        var title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        var account = ledger.add(new NewAccount(email, title, role, password));
        var token = ledger.issueToken(account.id(), "first run");
        return new CredentialsFile.Entry(name, email.value(), given == null ? password.value() : null, token.secret());
    }

    private @Nullable NewPassword givenPassword() {
        return properties.passwordFile().map(FirstRun::read).orElse(null);
    }

    private static NewPassword read(Path file) {
        try (var lines = Files.lines(file)) {
            return new NewPassword(lines.findFirst().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the administrator's password from " + file, e);
        }
    }
}
