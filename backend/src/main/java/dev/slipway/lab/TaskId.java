package dev.slipway.lab;

import java.util.regex.Pattern;

/** The id of a task within its lab, such as {@code publish}. */
public record TaskId(String value) {
    private static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public TaskId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("a task's id has lower-case letters, digits and hyphens: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
