package dev.slipway.terminal.screen;

import java.util.Arrays;

/** Which character sets a terminal has in its four places, and which of them is in use. */
final class Charsets {
    static final char PLAIN = 'B';

    /** Line drawing, which curses programs use. Others, which turn single characters into national ones, are only kept. */
    private static final char LINES = '0';

    private static final String DRAWN = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";
    private static final char FIRST_DRAWN = '`';

    private final char[] places = new char[4];
    private int level;
    private char active;

    Charsets() {
        reset();
    }

    void reset() {
        Arrays.fill(places, PLAIN);
        level = 0;
        active = PLAIN;
    }

    void use(int place) {
        level = place;
        active = places[place];
    }

    void designate(int place, char charset) {
        places[place] = charset;
        if (level == place) {
            active = charset;
        }
    }

    char active() {
        return active;
    }

    /** As a restored cursor has it. */
    void restore(char charset) {
        active = charset;
    }

    boolean isPlain() {
        return active != LINES;
    }

    int map(int codePoint) {
        var at = codePoint - FIRST_DRAWN;
        return active == LINES && at >= 0 && at < DRAWN.length() ? DRAWN.charAt(at) : codePoint;
    }

    /** Output that brings all of it about. */
    void describe(StringBuilder out) {
        var intermediates = "()*+";
        for (var place = 0; place < places.length; place++) {
            var charset = place == level ? active : places[place];
            if (charset != PLAIN) {
                out.append('\u001b').append(intermediates.charAt(place)).append(charset);
            }
        }
        switch (level) {
            case 1 -> out.append('\u000e');
            case 2 -> out.append("\u001bn");
            case 3 -> out.append("\u001bo");
            default -> {}
        }
    }
}
