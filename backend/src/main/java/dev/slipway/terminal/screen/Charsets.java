package dev.slipway.terminal.screen;

import java.util.Arrays;

/** The four character sets of a terminal (G0 to G3), and the selection of the active one. */
final class Charsets {
    static final char PLAIN = 'B';

    /** Line drawing, which curses programs use. National character sets are stored but not applied. */
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

    /** Activates the character set that was saved with the cursor. */
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

    /** Writes the output that sets a new terminal to this state. */
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
