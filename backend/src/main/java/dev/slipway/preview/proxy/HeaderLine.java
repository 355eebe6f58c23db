package dev.slipway.preview.proxy;

import java.util.Locale;
import java.util.regex.Pattern;

/** Header line of a message. Names are compared in lower case. */
record HeaderLine(String name, String value) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean is(String lowerCaseName) {
        return key().equals(lowerCaseName);
    }

    HeaderLine with(String other) {
        return new HeaderLine(name, other);
    }

    /** Returns whether the line may be copied into another message unchanged. */
    boolean isSound() {
        return TOKEN.matcher(name).matches() && value.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
    }
}
