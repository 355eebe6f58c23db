package dev.slipway.account;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in, and which accounts an empty database gets.
 *
 * @param demo whether the first run makes an instructor, a grader and a learner beside the administrator
 * @param administratorPasswordFile a file whose first line is the administrator's password on the first run; without
 *     one, a password is generated
 * @param signInsPerAccount failed attempts that one e-mail address may have from one network address in a window; ten
 *     times as many where its owner has signed in before, and twenty times as many from all other addresses together
 * @param signInsPerAddress failed attempts that one network address may have in a window; a whole class may sit behind
 *     one address, so it is ten times the above
 * @param window in which used-up attempts come back, evenly
 */
@Validated
@ConfigurationProperties("slipway.account")
public record AccountProperties(
        @DefaultValue("true") boolean demo,
        @DefaultValue("") String administratorPasswordFile,
        @DefaultValue("5") @Min(1) int signInsPerAccount,
        @DefaultValue("50") @Min(1) int signInsPerAddress,
        @DefaultValue("5m") Duration window) {

    /** The administrator's password file, if one is set. Deployments pass an empty setting where there is none. */
    public Optional<Path> passwordFile() {
        return Optional.of(administratorPasswordFile)
                .filter(file -> !file.isBlank())
                .map(Path::of);
    }
}
