package dev.slipway.lab;

import java.util.regex.Pattern;

/** The id of a question within its lab, such as {@code who-owns-what}. No task of the lab has the same id. */
public record QuestionId(String value) {
    private static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public QuestionId {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("a question's id has lower-case letters, digits and hyphens: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
