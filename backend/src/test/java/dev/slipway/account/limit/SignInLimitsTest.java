package dev.slipway.account.limit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.account.AccountError;
import dev.slipway.account.AccountProperties;
import dev.slipway.account.MutableClock;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInLimitsTest {
    private final MutableClock clock = new MutableClock();
    private final SignInLimits limits =
            new SignInLimits(new AccountProperties(true, "", 3, 6, Duration.ofMinutes(3)), clock);

    @Test
    void refusesAnAccountFromAnAddressWhoseAttemptsAreUsedUpAndSaysHowLongToWait() {
        repeat(3, () -> limits.takeSignIn("ada@example.org", "192.0.2.1", false));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "192.0.2.1", false))
                .matches(e -> e.code() == AccountError.TOO_MANY_SIGN_INS)
                .matches(
                        e -> ErrorTexts.text(e).equals("Too many attempts to sign in. Wait 60 seconds and try again."));
    }

    @Test
    void aStrangersWrongPasswordsDoNotLockTheOwnerOut() {
        repeat(3, () -> limits.takeSignIn("ada@example.org", "192.0.2.66", false));

        assertThatCode(() -> limits.takeSignIn("ada@example.org", "192.0.2.1", false))
                .doesNotThrowAnyException();
    }

    @Test
    void aNeighboursWrongPasswordsBehindTheOwnersAddressDoNotLockTheOwnerOut() {
        repeat(6, () -> limits.takeSignIn("ada@example.org", "192.0.2.1", true));
        IntStream.range(0, 6).forEach(i -> limits.takeSignIn("user" + i + "@example.org", "192.0.2.1", false));

        assertThatCode(() -> limits.takeSignIn("ada@example.org", "192.0.2.1", true))
                .doesNotThrowAnyException();
    }

    @Test
    void guessingFromAKnownAddressIsSlowedDownToo() {
        repeat(30, () -> limits.takeSignIn("ada@example.org", "192.0.2.1", true));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "192.0.2.1", true));
    }

    @Test
    void guessingFromManyAddressesIsSlowedDownAndLeavesKnownOnesAlone() {
        IntStream.range(0, 60).forEach(i -> limits.takeSignIn("ada@example.org", "198.51.100." + i, false));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "198.51.100.200", false));
        assertThatCode(() -> limits.takeSignIn("ada@example.org", "192.0.2.1", true))
                .doesNotThrowAnyException();
    }

    @Test
    void attemptsComeBackEvenly() {
        repeat(3, () -> limits.takeSignIn("ada@example.org", "192.0.2.1", false));

        clock.advance(Duration.ofMinutes(1));

        limits.takeSignIn("ada@example.org", "192.0.2.1", false);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "192.0.2.1", false));
    }

    @Test
    void refusesAnAddressThatTriesManyAccounts() {
        IntStream.range(0, 6).forEach(i -> limits.takeSignIn("user" + i + "@example.org", "192.0.2.1", false));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "192.0.2.1", false));
        assertThatCode(() -> limits.takeSignIn("ada@example.org", "192.0.2.2", false))
                .doesNotThrowAnyException();
    }

    @Test
    void countsTheNeighboursOfAnIpv6NetworkAsOneAddress() {
        IntStream.range(0, 6).forEach(i -> limits.takeSignIn("user" + i + "@example.org", "2001:db8::" + i, false));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "2001:db8::ffff", false));
    }

    @Test
    void aClassThatSignsInBehindOneAddressNeverWaits() {
        assertThatCode(() -> IntStream.range(0, 40).forEach(i -> {
                    limits.takeSignIn("user" + i + "@example.org", "192.0.2.1", false);
                    limits.signedIn("user" + i + "@example.org", "192.0.2.1", false);
                }))
                .doesNotThrowAnyException();
    }

    private static void repeat(int times, Runnable action) {
        IntStream.range(0, times).forEach(_ -> action.run());
    }
}
