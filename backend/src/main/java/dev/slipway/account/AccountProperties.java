package dev.slipway.account;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sign-in, and of the accounts that the platform creates in an empty database.
 *
 * @param demo whether the first run creates an instructor, a grader and a learner besides the administrator
 * @param administratorPasswordFile a file whose first line is the administrator's password on the first run; if the
 *     setting is blank, the platform generates a password
 * @param signInsPerAccount failed sign-ins that are allowed for one e-mail address from one network address in a
 *     window. Ten times as many are allowed from a network address from which the owner has signed in before, and
 *     twenty times as many from all other network addresses together
 * @param signInsPerAddress failed sign-ins that are allowed from one network address in a window; a whole class may
 *     share one network address, so it is ten times the limit of an account
 * @param window the time in which the platform gives back all used-up attempts, at an even rate
 */
@Validated
@ConfigurationProperties("slipway.account")
public record AccountProperties(
        @DefaultValue("true") boolean demo,
        @DefaultValue("") String administratorPasswordFile,
        @DefaultValue("5") @Min(1) int signInsPerAccount,
        @DefaultValue("50") @Min(1) int signInsPerAddress,
        @DefaultValue("5m") Duration window) {

    /**
     * Returns the administrator's password file; empty if the setting is blank, as in deployments without such a file.
     */
    public Optional<Path> passwordFile() {
        return Optional.of(administratorPasswordFile)
                .filter(file -> !file.isBlank())
                .map(Path::of);
    }
}
