package dev.slipway.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.Role;
import dev.slipway.shared.PlatformProperties;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedPrincipalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final AccountPrincipal PRINCIPAL =
            new AccountPrincipal(new UUID(1, 2), "lea.learner@example.test", Role.LEARNER, 3);

    @TempDir
    private Path data;

    private SignedPrincipal signed;

    @BeforeEach
    void start() {
        signed = start(1);
    }

    private SignedPrincipal start(long seed) {
        var platform = new PlatformProperties(data, URI.create("http://localhost:8080"));
        return new SignedPrincipal(new SignInKey(platform, new Random(seed)));
    }

    @Test
    void readsWhatItWroteAfterARestart() {
        var text = signed.write(PRINCIPAL, NOW.plusSeconds(60));

        assertThat(start(2).read(text, NOW)).contains(PRINCIPAL);
    }

    @Test
    void refusesWhatHasExpired() {
        var text = signed.write(PRINCIPAL, NOW);

        assertThat(signed.read(text, NOW)).isEmpty();
    }

    @Test
    void refusesAnotherRoleThanWasSigned() {
        var text = signed.write(PRINCIPAL, NOW.plusSeconds(60)).replace("LEARNER", "ADMINISTRATOR");

        assertThat(signed.read(text, NOW)).isEmpty();
    }

    @Test
    void refusesNonsense() {
        assertThat(signed.read("", NOW)).isEmpty();
        assertThat(signed.read("a.b.c", NOW)).isEmpty();
    }

    @Test
    void keepsItsKeyToItself() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("sign-in.key"))))
                .isEqualTo("rw-------");
    }
}
