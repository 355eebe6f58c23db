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
    void refusesAnAccountOnceItsAttemptsAreUsedUpAndSaysHowLongToWait() {
        repeat(3, () -> limits.takeSignIn("ada@example.org", "192.0.2.1"));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "192.0.2.2"))
                .matches(e -> e.code() == AccountError.TOO_MANY_SIGN_INS)
                .matches(
                        e -> ErrorTexts.text(e).equals("Too many attempts to sign in. Wait 60 seconds and try again."));
    }

    @Test
    void attemptsComeBackEvenly() {
        repeat(3, () -> limits.takeSignIn("ada@example.org", "192.0.2.1"));

        clock.advance(Duration.ofMinutes(1));

        limits.takeSignIn("ada@example.org", "192.0.2.1");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "192.0.2.1"));
    }

    @Test
    void refusesAnAddressThatTriesManyAccounts() {
        IntStream.range(0, 6).forEach(i -> limits.takeSignIn("user" + i + "@example.org", "192.0.2.1"));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "192.0.2.1"));
        assertThatCode(() -> limits.takeSignIn("ada@example.org", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void countsTheNeighboursOfAnIpv6NetworkAsOneAddress() {
        IntStream.range(0, 6).forEach(i -> limits.takeSignIn("user" + i + "@example.org", "2001:db8::" + i));

        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> limits.takeSignIn("ada@example.org", "2001:db8::ffff"));
    }

    @Test
    void aClassThatSignsInBehindOneAddressNeverWaits() {
        assertThatCode(() -> IntStream.range(0, 40).forEach(i -> {
                    limits.takeSignIn("user" + i + "@example.org", "192.0.2.1");
                    limits.signedIn("user" + i + "@example.org", "192.0.2.1");
                }))
                .doesNotThrowAnyException();
    }

    private static void repeat(int times, Runnable action) {
        IntStream.range(0, times).forEach(_ -> action.run());
    }
}
