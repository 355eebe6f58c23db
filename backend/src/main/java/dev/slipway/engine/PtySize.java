package dev.slipway.engine;

/** The size of an exec's pseudo-terminal in character cells. The kernel and Docker use two bytes for each number. */
public record PtySize(int columns, int rows) {
    private static final int MAX = 0xffff;

    public PtySize {
        if (columns < 1 || rows < 1 || columns > MAX || rows > MAX) {
            throw new IllegalArgumentException("a pseudo-terminal has 1 to 65535 columns and rows");
        }
    }
}
