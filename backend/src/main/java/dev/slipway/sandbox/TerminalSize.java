package dev.slipway.sandbox;

/** The size of a terminal in character cells. */
public record TerminalSize(int columns, int rows) {
    /**
     * Maximum number of columns and of rows: larger than any screen, and small enough for the two bytes that the
     * terminal protocol and the kernel use for each number.
     */
    private static final int MAX = 1000;

    public TerminalSize {
        if (columns < 1 || rows < 1 || columns > MAX || rows > MAX) {
            throw new IllegalArgumentException("a terminal has 1 to 1000 columns and rows");
        }
    }
}
