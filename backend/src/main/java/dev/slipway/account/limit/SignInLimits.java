package dev.slipway.account.limit;

import dev.slipway.account.AccountError;
import dev.slipway.account.AccountProperties;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing, per account and per network address. A password's attempt is used up first and given back when it
 * was right, so that guesses made at the same time count too.
 */
@Component
public final class SignInLimits {
    private final AttemptLimit accounts;
    private final AttemptLimit addresses;
    private final AttemptLimit badTokens;

    SignInLimits(AccountProperties properties, Clock clock) {
        accounts = new AttemptLimit(properties.signInsPerAccount(), properties.window(), clock);
        addresses = new AttemptLimit(properties.signInsPerAddress(), properties.window(), clock);
        badTokens = new AttemptLimit(properties.signInsPerAddress(), properties.window(), clock);
    }

    /** @throws UserFacingException with {@link AccountError#TOO_MANY_SIGN_INS}, for known and unknown accounts alike */
    public void takeSignIn(String email, String address) {
        addresses.take(AddressKey.of(address)).ifPresent(wait -> refuse(AccountError.TOO_MANY_SIGN_INS, wait));
        takePassword(email);
    }

    /** One guess at a password by somebody who has signed in already. */
    public void takePassword(String email) {
        accounts.take(email).ifPresent(wait -> refuse(AccountError.TOO_MANY_SIGN_INS, wait));
    }

    public void signedIn(String email, String address) {
        addresses.giveBack(AddressKey.of(address));
        passwordWasRight(email);
    }

    public void passwordWasRight(String email) {
        accounts.forget(email);
    }

    /** A valid token never waits: 256 random bits are not guessed, and a class may share one address. */
    public void badToken(String address) {
        badTokens.take(AddressKey.of(address)).ifPresent(wait -> refuse(AccountError.TOO_MANY_BAD_TOKENS, wait));
    }

    private static void refuse(AccountError code, Duration wait) {
        throw new UserFacingException(code, words(wait));
    }

    private static String words(Duration wait) {
        var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        if (seconds == 1) {
            return "1 second";
        }
        return seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
