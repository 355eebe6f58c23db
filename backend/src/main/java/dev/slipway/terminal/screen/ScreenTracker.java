package dev.slipway.terminal.screen;

import dev.slipway.sandbox.TerminalSize;

/**
 * Computes a terminal's state from its output: both screens, modes, cursor, title. The size of the terminal bounds the
 * memory of the state, independent of the output. Not thread-safe.
 */
public final class ScreenTracker {
    /**
     * Maximum number of tracked cells: our pages request no larger terminal. Of a larger terminal, only the upper rows
     * are tracked.
     */
    private static final int MOST_CELLS = 160_000;

    final Screen screen;
    private final VtParser parser;

    public ScreenTracker(TerminalSize size) {
        screen = new Screen(bounded(size));
        parser = new VtParser(new Commands(screen));
    }

    /** Applies the next bytes of output. */
    public void feed(byte[] bytes, int from, int to) {
        parser.parse(bytes, from, to);
    }

    public void resize(TerminalSize size) {
        screen.resize(bounded(size));
    }

    private static TerminalSize bounded(TerminalSize size) {
        return new TerminalSize(size.columns(), Math.min(size.rows(), MOST_CELLS / size.columns()));
    }

    /** Resets the whole terminal, because a user requested this in the page. A reset by output (RIS) resets less. */
    public void reset() {
        parser.reset();
        screen.reset();
        screen.modes.hidesCursor = false;
        screen.modes.convertsLineFeeds = false;
        screen.title("");
    }

    /**
     * Returns output that sets a new terminal of the same size to this state. Later output then has the same effect as
     * after the original output.
     */
    public byte[] snapshot() {
        return new SnapshotWriter(screen).write(parser.begun());
    }

    /** Returns the visible text, without blanks at the ends of lines. */
    public String text() {
        var grid = screen.grid();
        var text = new StringBuilder();
        for (var y = 0; y < grid.height(); y++) {
            var row = new StringBuilder();
            for (var x = 0; x < grid.row(y).used(); x++) {
                var code = grid.row(y).seen(x);
                if (code == ScreenRow.EMPTY) {
                    row.append(' ');
                } else if ((code & ScreenRow.TAIL) == 0) {
                    row.append(screen.clusters.text(code));
                }
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
