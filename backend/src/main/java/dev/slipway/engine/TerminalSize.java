package dev.slipway.engine;

/** A terminal's size in character cells. */
public record TerminalSize(int columns, int rows) {
    /** Larger than any screen, small enough for the two bytes that the wire and the kernel give it. */
    private static final int MAX = 1000;

    public TerminalSize {
        if (columns < 1 || rows < 1 || columns > MAX || rows > MAX) {
            throw new IllegalArgumentException("a terminal has 1 to 1000 columns and rows");
        }
    }
}
