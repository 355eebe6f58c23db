package dev.slipway.lab;

import java.util.regex.Pattern;

/** The id of a lab within the catalogue, such as {@code publish-a-port}. */
public record LabId(String value) {
    private static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9-]{1,62}");

    public LabId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("a lab's id has lower-case letters, digits and hyphens: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
