package dev.slipway.account.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Creates the secrets of API tokens and of cookies, and their hashes. A fast hash without salt suffices, because a
 * secret of 256 random bits cannot be guessed.
 */
final class TokenSecrets {
    /** Lets people and secret scanners recognise a leaked secret. */
    private static final String PREFIX = "slipway_";

    private static final int BYTES = 32;

    private TokenSecrets() {}

    static String create(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
