package dev.slipway.account;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Generates passwords that people can read out and type: four words, each of the form consonant, vowel, consonant,
 * vowel, consonant. Each word has 16.4 bits of entropy, and a password has 65 bits, which is too much to guess at the
 * rate at which the platform accepts sign-ins.
 */
public final class PasswordGenerator {
    private static final String CONSONANTS = "bdfgklmnprstvwz";
    private static final String VOWELS = "aeiou";
    private static final int WORDS = 4;

    private final RandomGenerator random;

    /** @param random a cryptographically strong source of random numbers */
    public PasswordGenerator(RandomGenerator random) {
        this.random = random;
    }

    /** Returns a new password. */
    public NewPassword next() {
        return new NewPassword(Stream.generate(this::word).limit(WORDS).collect(Collectors.joining("-")));
    }

    private String word() {
        return "" + one(CONSONANTS) + one(VOWELS) + one(CONSONANTS) + one(VOWELS) + one(CONSONANTS);
    }

    private char one(String letters) {
        return letters.charAt(random.nextInt(letters.length()));
    }
}
