package dev.slipway.shared;

import java.util.regex.Pattern;

/**
 * Identifies a sandbox. Eight lower-case letters and digits, short enough to be part of a network bridge's name, which
 * the kernel limits to 15 characters.
 */
public record SandboxId(String value) {
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]{8}");

    public SandboxId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a sandbox id is eight lower-case letters or digits: " + value);
        }
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
