package dev.slipway.terminal.screen;

import dev.slipway.sandbox.TerminalSize;

/**
 * State of a terminal: its two screens and everything else that output changes. This class implements printing and
 * cursor movement; {@link Commands} maps sequences to these operations.
 */
final class Screen {
    private static final int LONGEST_TITLE = 256;

    final Modes modes = new Modes();
    final Charsets charsets = new Charsets();
    final Clusters clusters = new Clusters();
    private final Grid normal;
    private final Grid alternate;
    private Grid grid;
    long pen = Pen.PLAIN;
    private String title = "";
    private boolean joins;

    Screen(TerminalSize size) {
        normal = new Grid(size.columns(), size.rows());
        alternate = new Grid(size.columns(), size.rows());
        grid = normal;
    }

    /** Returns the visible screen. */
    Grid grid() {
        return grid;
    }

    Grid normal() {
        return normal;
    }

    Grid alternate() {
        return alternate;
    }

    boolean isAlternate() {
        return grid == alternate;
    }

    String title() {
        return title;
    }

    void title(String text) {
        title = text.length() > LONGEST_TITLE ? text.substring(0, LONGEST_TITLE) : text;
    }

    /** Returns whether a combining character would be added to the character before the cursor. */
    boolean joins() {
        return joins;
    }

    void endText() {
        joins = false;
    }

    void resize(TerminalSize size) {
        normal.resize(size.columns(), size.rows(), !isAlternate());
        alternate.resize(size.columns(), size.rows(), isAlternate());
        joins = false;
    }

    /** Executes RIS. As in xterm.js, the visibility of the cursor and the title do not change. */
    void reset() {
        grid = normal;
        for (var each : new Grid[] {normal, alternate}) {
            each.clear(Pen.PLAIN);
            each.x = 0;
            each.y = 0;
            each.save(Pen.PLAIN, Charsets.PLAIN);
        }
        clusters.clear();
        charsets.reset();
        modes.reset();
        pen = Pen.PLAIN;
        joins = false;
    }

    void softReset() {
        modes.hidesCursor = false;
        grid.top = 0;
        grid.bottom = grid.height() - 1;
        pen = Pen.PLAIN;
        modes.softReset();
        charsets.reset();
        grid.savedX = 0;
        grid.savedY = 0;
        grid.savedPen = Pen.PLAIN;
        grid.savedCharset = Charsets.PLAIN;
    }

    void showAlternate() {
        if (grid == normal) {
            alternate.clear(Pen.erasing(pen));
            alternate.x = normal.x;
            alternate.y = normal.y;
            grid = alternate;
        }
    }

    void showNormal() {
        if (grid == alternate) {
            normal.x = alternate.x;
            normal.y = alternate.y;
            alternate.clear(Pen.PLAIN);
            grid = normal;
        }
    }

    void printAscii(byte[] bytes, int from, int to) {
        if (!charsets.isPlain() || modes.inserts) {
            for (var at = from; at < to; at++) {
                print(bytes[at]);
            }
            return;
        }
        var columns = grid.columns();
        splitBefore();
        for (var at = from; at < to; ) {
            if (grid.x >= columns) {
                overflow();
            }
            var count = Math.min(to - at, columns - grid.x);
            grid.row().ascii(bytes, at, count, grid.x, pen, columns);
            grid.x += count;
            at += count;
        }
        splitBehind();
        joins = true;
    }

    void print(int codePoint) {
        var code = codePoint < 0x7f ? charsets.map(codePoint) : codePoint;
        var width = Widths.of(code);
        var columns = grid.columns();
        if (width == 0) {
            if (joins && grid.x > 0) {
                join(code);
            }
            return;
        }
        splitBefore();
        if (grid.x + width > columns) {
            if (!modes.wraps && width == 2) {
                grid.x = columns - 1;
                return;
            }
            overflow();
        }
        if (modes.inserts) {
            grid.row().insert(grid.x, width, pen, columns);
        }
        grid.row().set(grid.x++, width == 2 ? code | ScreenRow.WIDE : code, pen, columns);
        if (width == 2) {
            grid.row().set(grid.x++, ScreenRow.TAIL, pen, columns);
        }
        splitBehind();
        joins = true;
    }

    private void join(int codePoint) {
        var row = grid.row();
        var x = row.isTail(grid.x - 1) ? grid.x - 2 : grid.x - 1;
        if (x >= 0 && row.code(x) != ScreenRow.EMPTY) {
            row.set(x, clusters.join(row.code(x), codePoint), row.pen(x), grid.columns());
        }
    }

    /**
     * Continues the text in the next row. If wrapping is off, moves the cursor so that the text overwrites the last
     * cell.
     */
    private void overflow() {
        if (!modes.wraps) {
            grid.x = grid.columns() - 1;
            return;
        }
        for (var x = grid.x; x < grid.columns(); x++) {
            grid.row().set(x, ScreenRow.EMPTY, pen, grid.columns());
        }
        grid.x = 0;
        if (grid.y == grid.bottom) {
            scroll(true);
        } else {
            grid.y = Math.min(grid.y + 1, grid.height() - 1);
            grid.row().wrapped(true);
        }
    }

    private void splitBefore() {
        if (grid.x > 0 && grid.row().isWide(grid.x - 1)) {
            grid.row().set(grid.x - 1, ScreenRow.EMPTY, pen, grid.columns());
        }
    }

    private void splitBehind() {
        if (grid.x < grid.columns() && grid.row().isTail(grid.x)) {
            grid.row().set(grid.x, ScreenRow.EMPTY, pen, grid.columns());
        }
    }

    private void scroll(boolean wrapped) {
        grid.scroll(Pen.erasing(pen), wrapped);
        if (grid == normal && grid.top == 0) {
            // The saved cursor refers to a place in the text, which has moved up.
            grid.savedY = Math.max(0, grid.savedY - 1);
        }
    }

    void lineFeed() {
        if (modes.convertsLineFeeds) {
            grid.x = 0;
        }
        if (grid.y == grid.bottom) {
            scroll(false);
        } else if (grid.y + 1 < grid.height()) {
            grid.y++;
            grid.row().wrapped(false);
        }
        if (grid.x >= grid.columns()) {
            grid.x--;
        }
    }

    void index() {
        restrict();
        if (grid.y == grid.bottom) {
            scroll(false);
        } else {
            grid.y = Math.min(grid.y + 1, grid.height() - 1);
        }
        restrict();
    }

    void reverseIndex() {
        restrict();
        if (grid.y == grid.top) {
            grid.insertRows(grid.top, 1, Pen.erasing(pen));
        } else {
            grid.y--;
            restrict();
        }
    }

    void backspace() {
        if (modes.wrapsBack && grid.x == 0) {
            backspaceIntoTheRowAbove();
        } else {
            grid.x = modes.wrapsBack ? Math.min(grid.x, grid.columns()) : Math.min(grid.x, grid.columns() - 1);
            grid.x = Math.max(0, grid.x - 1);
        }
        restrict();
    }

    private void backspaceIntoTheRowAbove() {
        if (grid.y > grid.top && grid.y <= grid.bottom && grid.row().isWrapped()) {
            grid.row().wrapped(false);
            grid.y--;
            grid.x = grid.columns() - 1;
            if (grid.row().code(grid.x) == ScreenRow.EMPTY) {
                grid.x--;
            }
        }
    }

    void restrict() {
        restrict(grid.columns() - 1);
    }

    /** Keeps the cursor on the screen, and within the margins in origin mode. */
    void restrict(int lastColumn) {
        grid.x = Math.clamp(grid.x, 0, lastColumn);
        grid.y = modes.origin ? Math.clamp(grid.y, grid.top, grid.bottom) : Math.clamp(grid.y, 0, grid.height() - 1);
    }

    void moveTo(long x, long y) {
        grid.x = (int) Math.clamp(x, 0, grid.columns() - 1L);
        grid.y = (int) Math.clamp(modes.origin ? grid.top + y : y, 0, grid.height() - 1L);
        restrict();
    }

    void moveBy(long x, long y) {
        restrict();
        // In origin mode xterm.js treats the row of the screen as a row within the margins here; this code does the
        // same.
        moveTo(grid.x + x, grid.y + y);
    }

    void save() {
        grid.save(pen, charsets.active());
    }

    void restore() {
        grid.x = grid.savedX;
        grid.y = grid.savedY;
        pen = grid.savedPen;
        charsets.restore(grid.savedCharset);
        restrict();
    }
}
