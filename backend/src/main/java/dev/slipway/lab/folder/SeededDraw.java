package dev.slipway.lab.folder;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Draws that depend on a seed and a name alone, today and with any later Java, so that an attempt has the same values
 * after a restart and a new variable does not change the others.
 */
final class SeededDraw {
    private static final String CONSONANTS = "bdfgklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final int SYLLABLES = 3;

    private BigInteger rest;

    SeededDraw(long seed, String name) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest((seed + ":" + name).getBytes(StandardCharsets.UTF_8));
            rest = new BigInteger(1, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** A number from 0 to {@code bound} - 1. 256 bits last for many draws, and their bias cannot be noticed. */
    int below(int bound) {
        var parts = rest.divideAndRemainder(BigInteger.valueOf(bound));
        rest = parts[0];
        return parts[1].intValueExact();
    }

    /** Six letters that can be said aloud, such as {@code bakolu}. */
    String word() {
        var word = new StringBuilder();
        for (var i = 0; i < SYLLABLES; i++) {
            word.append(CONSONANTS.charAt(below(CONSONANTS.length()))).append(VOWELS.charAt(below(VOWELS.length())));
        }
        return word.toString();
    }
}
