package dev.slipway.lab.folder;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Random values that depend only on a seed and a name, not on the version of Java. An attempt therefore keeps its
 * values after a restart, and a new variable does not change the values of the other variables.
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

    /**
     * Returns a number from 0 to {@code bound} - 1. The 256 bits of the digest are enough for many numbers, and the
     * bias of the numbers is negligible.
     */
    int below(int bound) {
        var parts = rest.divideAndRemainder(BigInteger.valueOf(bound));
        rest = parts[0];
        return parts[1].intValueExact();
    }

    /** Returns six letters that can be pronounced, such as {@code bakolu}. */
    String word() {
        var word = new StringBuilder();
        for (var i = 0; i < SYLLABLES; i++) {
            word.append(CONSONANTS.charAt(below(CONSONANTS.length()))).append(VOWELS.charAt(below(VOWELS.length())));
        }
        return word.toString();
    }
}
