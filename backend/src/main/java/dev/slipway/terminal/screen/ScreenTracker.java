package dev.slipway.terminal.screen;

import dev.slipway.engine.TerminalSize;

/**
 * Follows a terminal's state from its output: both screens, modes, cursor, title. What it holds is bounded by the size of
 * the terminal, whatever the output is. Not for use by several threads at once.
 */
public final class ScreenTracker {
    /** As many cells as our browsers ask for. A larger screen is followed in its upper rows. */
    private static final int MOST_CELLS = 160_000;

    final Screen screen;
    private final VtParser parser;

    public ScreenTracker(TerminalSize size) {
        screen = new Screen(bounded(size));
        parser = new VtParser(new Commands(screen));
    }

    /** Follows the next bytes of output. */
    public void feed(byte[] bytes, int from, int to) {
        parser.parse(bytes, from, to);
    }

    public void resize(TerminalSize size) {
        screen.resize(bounded(size));
    }

    private static TerminalSize bounded(TerminalSize size) {
        return new TerminalSize(size.columns(), Math.min(size.rows(), MOST_CELLS / size.columns()));
    }

    /** Undoes everything, as a person asks for it. */
    public void reset() {
        parser.reset();
        screen.reset();
        screen.modes.hidesCursor = false;
        screen.modes.convertsLineFeeds = false;
        screen.title("");
    }

    /** Output that brings a new terminal of the same size into this state. What follows it continues as if it was all. */
    public byte[] snapshot() {
        return new SnapshotWriter(screen).write(parser.begun());
    }

    /** The text that can be seen, without the blanks at the ends of lines. */
    public String text() {
        var grid = screen.grid();
        var text = new StringBuilder();
        for (var y = 0; y < grid.height(); y++) {
            var row = new StringBuilder();
            for (var x = 0; x < grid.row(y).used(); x++) {
                var code = grid.row(y).seen(x);
                if (code == Row.EMPTY) {
                    row.append(' ');
                } else if ((code & Row.TAIL) == 0) {
                    row.append(screen.clusters.text(code));
                }
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString().stripTrailing();
    }
}
