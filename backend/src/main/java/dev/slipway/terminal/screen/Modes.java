package dev.slipway.terminal.screen;

/** Modes of a terminal that programs switch on and off. */
final class Modes {
    private static final int NO_MOUSE = 0;

    boolean applicationCursor;
    boolean applicationKeypad;
    boolean origin;
    boolean wraps = true;
    boolean wrapsBack;
    boolean inserts;
    boolean convertsLineFeeds;
    boolean bracketsPastes;
    boolean reportsFocus;
    boolean holdsOutput;
    boolean hidesCursor;
    int cursorStyle;
    int mouse = NO_MOUSE;
    int mouseEncoding = NO_MOUSE;

    /** Resets the modes that a soft reset (DECSTR) changes. */
    void softReset() {
        applicationCursor = false;
        applicationKeypad = false;
        origin = false;
        wraps = true;
        wrapsBack = false;
        inserts = false;
        bracketsPastes = false;
        reportsFocus = false;
        holdsOutput = false;
        cursorStyle = 0;
    }

    /**
     * Resets the modes that RIS changes. As in xterm.js, these include the mouse, but neither the visibility of the
     * cursor nor the conversion of line feeds.
     */
    void reset() {
        softReset();
        mouse = NO_MOUSE;
        mouseEncoding = NO_MOUSE;
    }

    void set(int mode, boolean on) {
        if (mode == 4) {
            inserts = on;
        } else if (mode == 20) {
            convertsLineFeeds = on;
        }
    }

    /**
     * Sets a private mode (of DEC, xterm and later terminals) that neither moves the cursor nor switches the screen.
     */
    void setPrivate(int mode, boolean on) {
        switch (mode) {
            case 1 -> applicationCursor = on;
            case 7 -> wraps = on;
            case 25 -> hidesCursor = !on;
            case 45 -> wrapsBack = on;
            case 66 -> applicationKeypad = on;
            case 9, 1000, 1002, 1003 -> mouse = on ? mode : NO_MOUSE;
            case 1006, 1016 -> mouseEncoding = on ? mode : NO_MOUSE;
            case 1004 -> reportsFocus = on;
            case 2004 -> bracketsPastes = on;
            case 2026 -> holdsOutput = on;
            default -> {}
        }
    }

    /** Writes the output that sets these modes after a reset, except modes that change the meaning of later output. */
    void describe(StringBuilder out) {
        on(out, applicationCursor, 1);
        on(out, wrapsBack, 45);
        on(out, applicationKeypad, 66);
        on(out, reportsFocus, 1004);
        on(out, bracketsPastes, 2004);
        on(out, mouse != NO_MOUSE, mouse);
        on(out, mouseEncoding != NO_MOUSE, mouseEncoding);
        if (hidesCursor) {
            out.append("\u001b[?25l");
        }
        if (convertsLineFeeds) {
            out.append("\u001b[20h");
        }
        if (cursorStyle != 0) {
            out.append("\u001b[").append(cursorStyle).append(" q");
        }
        on(out, holdsOutput, 2026);
    }

    private static void on(StringBuilder out, boolean on, int mode) {
        if (on) {
            out.append("\u001b[?").append(mode).append('h');
        }
    }
}
