package dev.slipway.terminal.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Writes output that recreates a {@link Screen}. The order of its parts matters. The content comes first, while no mode
 * changes the meaning of output. The saved cursor, the margins and the modes follow. The character before the cursor
 * comes last, so that the next output combines with it or wraps after it as in the original terminal.
 */
final class SnapshotWriter {
    private final Screen screen;
    private final StringBuilder out = new StringBuilder();
    private long pen;

    SnapshotWriter(Screen screen) {
        this.screen = screen;
    }

    /** @param begun first bytes of an incomplete sequence or character */
    byte[] write(byte[] begun) {
        if (!screen.title().isEmpty()) {
            out.append("\u001b]2;").append(screen.title()).append('\u0007');
        }
        if (screen.isAlternate()) {
            content(screen.normal());
            saved(screen.normal());
            var here = screen.normal();
            margins(here);
            tabs(here);
            // The terminal clears the alternate screen with the current colours. They must be plain, because the
            // content that follows leaves out plain empty cells.
            use(Pen.PLAIN);
            out.append("\u001b[?47h");
        } else if (screen.alternate().hasSaved()) {
            // When a program switches back from the alternate screen, the terminal clears the alternate screen but
            // keeps that screen's saved cursor.
            out.append("\u001b[?47h");
            saved(screen.alternate());
            use(Pen.PLAIN);
            out.append("\u001b[?47l");
        }
        var grid = screen.grid();
        content(grid);
        saved(grid);
        tabs(grid);
        margins(grid);
        screen.modes.describe(out);
        cursor(grid);
        var text = out.toString().getBytes(UTF_8);
        var whole = Arrays.copyOf(text, text.length + begun.length);
        System.arraycopy(begun, 0, whole, text.length, begun.length);
        return whole;
    }

    private void use(long next) {
        if (next != pen) {
            out.append(Pen.sequence(next));
            pen = next;
        }
    }

    private void goTo(int x, int y) {
        out.append("\u001b[").append(y + 1).append(';').append(x + 1).append('H');
    }

    private void content(Grid grid) {
        if (grid.row(0).isWrapped() && grid.height() > 1) {
            wrapFirst(grid);
        }
        var joined = false;
        for (var y = 0; y < grid.height(); y++) {
            var row = grid.row(y);
            if (!(joined && row.isWrapped() && startsWithText(row))) {
                if (y > 0 && row.isWrapped()) {
                    wrap(grid, y, joined);
                }
                goTo(0, y);
            }
            row(grid, row);
            joined = endsWithText(grid, row);
        }
    }

    /**
     * Marks the first row as one that continues a row which has left the screen: writes text that wraps from the first
     * row into the second row, and deletes the first row, so that the second row moves up.
     */
    private void wrapFirst(Grid grid) {
        use(Pen.PLAIN);
        goTo(grid.columns() - 1, 0);
        out.append("  ");
        goTo(0, 0);
        out.append("\u001b[M\u001b[X");
    }

    /**
     * Marks a row as one that continues the row above, if a cell on either side of the wrap is empty. To do so, writes
     * blanks across the wrap and erases them again. Programs may fill these cells later, and the mark then still holds.
     *
     * @param waits whether the cursor is already after the last cell of the row above
     */
    private void wrap(Grid grid, int y, boolean waits) {
        var last = grid.columns() - 1;
        var look = grid.row(y - 1).pen(last);
        if (!waits) {
            goTo(last, y - 1);
            use(look);
            out.append(' ');
        }
        out.append(' ');
        if (!waits && look == Pen.erasing(look)) {
            goTo(last, y - 1);
            out.append("\u001b[X");
        }
        goTo(0, y);
        use(Pen.PLAIN);
        out.append("\u001b[X");
    }

    private static boolean startsWithText(ScreenRow row) {
        return row.seen(0) != ScreenRow.EMPTY;
    }

    /** Returns whether the cursor is after the last cell, so that the next character wraps. */
    private static boolean endsWithText(Grid grid, ScreenRow row) {
        return row.seen(grid.columns() - 1) != ScreenRow.EMPTY;
    }

    private void row(Grid grid, ScreenRow row) {
        var columns = grid.columns();
        for (var x = 0; x < columns; ) {
            if (row.seen(x) != ScreenRow.EMPTY) {
                use(row.pen(x));
                cell(row.seen(x));
                x++;
                continue;
            }
            var end = x;
            while (end < columns && row.seen(end) == ScreenRow.EMPTY && row.pen(end) == row.pen(x)) {
                end++;
            }
            blank(row.pen(x), end - x, end < columns);
            x = end;
        }
    }

    private void cell(int code) {
        if ((code & ScreenRow.TAIL) == 0) {
            out.append(screen.clusters.text(code));
        }
    }

    private void blank(long look, int count, boolean more) {
        if (look == Pen.erasing(look)) {
            if (look != Pen.PLAIN) {
                use(look);
                out.append("\u001b[").append(count).append('X');
            }
            if (more) {
                out.append("\u001b[").append(count).append('C');
            }
        } else {
            use(look);
            out.repeat(' ', count);
        }
    }

    private void saved(Grid grid) {
        goTo(Math.min(grid.savedX, grid.columns() - 1), grid.savedY);
        use(grid.savedPen);
        if (grid.savedCharset == Charsets.PLAIN) {
            out.append("\u001b7");
        } else {
            out.append("\u001b(").append(grid.savedCharset).append("\u001b7\u001b(B");
        }
    }

    private void margins(Grid grid) {
        if (grid.top != 0 || grid.bottom != grid.height() - 1) {
            out.append("\u001b[")
                    .append(grid.top + 1)
                    .append(';')
                    .append(grid.bottom + 1)
                    .append('r');
        }
    }

    private void tabs(Grid grid) {
        if (hasUsualTabs(grid)) {
            return;
        }
        out.append("\u001b[3g");
        grid.tabs().stream().filter(x -> x < grid.columns()).forEach(x -> {
            goTo(x, 0);
            out.append("\u001bH");
        });
    }

    private static boolean hasUsualTabs(Grid grid) {
        for (var x = 0; x < grid.columns(); x++) {
            if (grid.tabs().get(x) != (x % 8 == 0)) {
                return false;
            }
        }
        return true;
    }

    private void cursor(Grid grid) {
        if (screen.modes.origin) {
            out.append("\u001b[?6h");
        }
        var y = screen.modes.origin ? grid.y - grid.top : grid.y;
        if (!screen.modes.wraps) {
            out.append("\u001b[?7l");
        }
        var again = characterBefore(grid);
        goTo(Math.min(again >= 0 ? again : grid.x, grid.columns() - 1), y);
        screen.charsets.describe(out);
        if (again >= 0) {
            use(grid.row().pen(again));
            var code = grid.row().seen(again);
            if (screen.modes.inserts) {
                // In insert mode, writing the character would shift the row, so its cell is deleted first. The mode
                // cannot be set after the character, because nothing would combine with it then.
                var width = grid.row().isWide(again) ? 2 : 1;
                out.append("\u001b[").append(width).append("P\u001b[4h");
            }
            out.append(code == ScreenRow.EMPTY ? " " : screen.clusters.text(code));
        }
        if (pen != screen.pen || !screen.joins()) {
            // A sequence also ends the text, so that later output does not combine with the character before the
            // sequence.
            out.append(Pen.sequence(screen.pen));
        }
        if (screen.modes.inserts && again < 0) {
            out.append("\u001b[4h");
        }
    }

    /** Returns the column of the character to write again, or -1 if there is none. */
    private int characterBefore(Grid grid) {
        var last = grid.x - 1;
        if (last < 0 || (!screen.joins() && grid.x < grid.columns())) {
            return -1;
        }
        return (grid.row().seen(last) & ScreenRow.TAIL) != 0 ? last - 1 : last;
    }
}
