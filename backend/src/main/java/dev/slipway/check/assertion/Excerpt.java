package dev.slipway.check.assertion;

/** The beginning of a text in quotes, on one line. */
final class Excerpt {
    /** Number of characters that fit on two lines of the narrowest screen. */
    private static final int LENGTH = 80;

    private Excerpt() {}

    /** Returns the excerpt without quotes. */
    static String bare(String text) {
        var quoted = of(text, false);
        return quoted.substring(1, quoted.length() - 1);
    }

    static String of(String text, boolean truncated) {
        var line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        var cut = line.length() > LENGTH;
        var end = cut && Character.isHighSurrogate(line.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
        return "“" + (cut ? line.substring(0, end) : line) + (cut || truncated ? "…”" : "”");
    }
}
