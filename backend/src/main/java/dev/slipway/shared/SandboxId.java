package dev.slipway.shared;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Identifies a sandbox. The id has eight lower-case letters or digits. It is short enough to be part of a network
 * bridge's name, which the kernel limits to 15 characters.
 */
public record SandboxId(String value) {
    private static final int LENGTH = 8;
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]{" + LENGTH + "}");

    /** Characters of new ids: without 0, 1, l and o, which are easily misread. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    public SandboxId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a sandbox id is eight lower-case letters or digits: " + value);
        }
    }

    /** Returns a new id: 40 random bits, enough to distinguish thousands of sandboxes, but the id is not a secret. */
    public static SandboxId random(RandomGenerator random) {
        var id = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new SandboxId(id.toString());
    }

    /** Returns whether a text, for instance from a request, has the form of a sandbox id. */
    public static boolean isWellFormed(String value) {
        return SYNTAX.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
