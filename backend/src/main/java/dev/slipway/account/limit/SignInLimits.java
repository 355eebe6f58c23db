package dev.slipway.account.limit;

import dev.slipway.account.AccountError;
import dev.slipway.account.AccountProperties;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing. Wrong passwords count for the account together with the network address that they came from, so a
 * stranger's guesses do not lock the owner out; an address from which the owner has signed in before gets more attempts and
 * is spared the limits that others share. A password's attempt is used up first and given back when it was right, so that
 * guesses made at the same time count too.
 */
@Component
public final class SignInLimits {
    /** How many more attempts an address has from which the owner has signed in before: others may sit behind it too. */
    private static final int KNOWN_ADDRESS = 10;

    /** How many attempts an account has from all unknown addresses together, as a multiple of those from one. */
    private static final int ALL_ADDRESSES = 20;

    /** Pages without a session that one address may open in a minute; a school may sit behind one address. */
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
     * Uses up an attempt.
     *
     * @param known whether the owner of the account has signed in from this address before
     * @throws UserFacingException with {@link AccountError#TOO_MANY_SIGN_INS}, for known and unknown accounts alike
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

    /** Gives back what {@link #takeSignIn} used up. */
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

    /** One guess at the current password by somebody who has signed in already. */
    public void takePassword(String email) {
        passwords.take(email).ifPresent(wait -> refuse(AccountError.TOO_MANY_SIGN_INS, wait));
    }

    public void passwordWasRight(String email) {
        passwords.forget(email);
    }

    /** A valid token never waits: 256 random bits are not guessed, and a class may share one address. */
    public void badToken(String address) {
        badTokens.take(AddressKey.of(address)).ifPresent(wait -> refuse(AccountError.TOO_MANY_BAD_TOKENS, wait));
    }

    /** Counts a visit without a session; says how long to wait if there were too many. */
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
