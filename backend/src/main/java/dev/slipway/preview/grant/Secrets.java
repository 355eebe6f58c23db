package dev.slipway.preview.grant;

import java.security.SecureRandom;
import java.util.Base64;

/** Generates secrets that cannot be guessed, and unique names. */
final class Secrets {
    private static final int BYTES = 32;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    String secret() {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    String name(int length) {
        var name = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(index -> name.append(LETTERS.charAt(index)));
        return name.toString();
    }
}
