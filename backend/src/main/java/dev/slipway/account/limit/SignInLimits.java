package dev.slipway.account.limit;

import dev.slipway.account.AccountError;
import dev.slipway.account.AccountProperties;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Limits how fast passwords and tokens can be guessed. Wrong passwords are counted for each pair of account and network
 * address, so that the guesses of an attacker do not lock the owner out. A network address from which the owner has
 * signed in before gets more attempts, and the limits per address and per account do not apply to it. The platform uses
 * up an attempt before it compares the password, and gives the attempt back if the password was right. Concurrent
 * guesses are therefore counted too.
 */
@Component
public final class SignInLimits {
    /**
     * Attempts from an address from which the owner has signed in before, as a multiple of those from an unknown
     * address. They are limited too, because other people may share the address.
     */
    private static final int KNOWN_ADDRESS = 10;

    /** Attempts for an account from all unknown addresses together, as a multiple of those from one unknown address. */
    private static final int ALL_ADDRESSES = 20;

    /** Requests without a session that one address may send in a minute. A whole school may share one address. */
    private static final int VISITS = 300;

    private final AttemptLimit pairs;
    private final AttemptLimit knownPairs;
    private final AttemptLimit accounts;
    private final AttemptLimit addresses;
    private final AttemptLimit passwords;
    private final AttemptLimit badTokens;
    private final AttemptLimit visits;

    SignInLimits(AccountProperties properties, Clock clock) {
        var each = properties.signInsPerAccount();
        pairs = new AttemptLimit(each, properties.window(), clock);
        knownPairs = new AttemptLimit(each * KNOWN_ADDRESS, properties.window(), clock);
        accounts = new AttemptLimit(each * ALL_ADDRESSES, properties.window(), clock);
        addresses = new AttemptLimit(properties.signInsPerAddress(), properties.window(), clock);
        passwords = new AttemptLimit(each, properties.window(), clock);
        badTokens = new AttemptLimit(properties.signInsPerAddress(), properties.window(), clock);
        visits = new AttemptLimit(VISITS, Duration.ofMinutes(1), clock);
    }

    /**
     * Uses up one attempt to sign in.
     *
     * @param known whether the owner of the account has signed in from this address before
     * @throws UserFacingException with {@link AccountError#TOO_MANY_SIGN_INS} if no attempt is left, whether or not the
     *     account exists
     */
    public void takeSignIn(String email, String address, boolean known) {
        var pair = pair(email, address);
        if (known) {
            knownPairs.take(pair).ifPresent(wait -> refuse(AccountError.TOO_MANY_SIGN_INS, wait));
            return;
        }
        addresses.take(AddressKey.of(address)).ifPresent(wait -> refuse(AccountError.TOO_MANY_SIGN_INS, wait));
        pairs.take(pair).ifPresent(wait -> refuse(AccountError.TOO_MANY_SIGN_INS, wait));
        accounts.take(email).ifPresent(wait -> refuse(AccountError.TOO_MANY_SIGN_INS, wait));
    }

    /**
     * Gives back the attempt that {@link #takeSignIn} used up, and all earlier attempts for this account from this
     * address.
     */
    public void signedIn(String email, String address, boolean known) {
        var pair = pair(email, address);
        if (known) {
            knownPairs.forget(pair);
            return;
        }
        addresses.giveBack(AddressKey.of(address));
        accounts.giveBack(email);
        pairs.forget(pair);
    }

    /**
     * Uses up one of a signed-in person's attempts to enter the current password.
     *
     * @throws UserFacingException with {@link AccountError#TOO_MANY_SIGN_INS} if no attempt is left
     */
    public void takePassword(String email) {
        passwords.take(email).ifPresent(wait -> refuse(AccountError.TOO_MANY_SIGN_INS, wait));
    }

    /** Gives back all attempts to enter the current password. */
    public void passwordWasRight(String email) {
        passwords.forget(email);
    }

    /**
     * Counts an invalid token. Requests with a valid token are never limited: 256 random bits cannot be guessed, and a
     * whole class may share one address.
     *
     * @throws UserFacingException with {@link AccountError#TOO_MANY_BAD_TOKENS} if too many invalid tokens came from
     *     this address
     */
    public void badToken(String address) {
        badTokens.take(AddressKey.of(address)).ifPresent(wait -> refuse(AccountError.TOO_MANY_BAD_TOKENS, wait));
    }

    /** Counts a request without a session; returns how long to wait if the address has sent too many. */
    public Optional<Duration> takeVisit(String address) {
        return visits.take(AddressKey.of(address));
    }

    private static String pair(String email, String address) {
        return email + " " + AddressKey.of(address);
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
