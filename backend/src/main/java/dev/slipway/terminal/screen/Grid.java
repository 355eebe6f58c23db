package dev.slipway.terminal.screen;

import java.util.Arrays;
import java.util.BitSet;

/** Normal or alternate screen of a terminal: rows, cursor, margins, tab stops, and the saved cursor. */
final class Grid {
    private static final int TAB = 8;

    private int columns;
    private ScreenRow[] rows;
    private BitSet tabs = new BitSet();
    int x;
    int y;
    int top;
    int bottom;
    int savedX;
    int savedY;
    long savedPen;
    char savedCharset = Charsets.PLAIN;

    Grid(int columns, int height) {
        this.columns = columns;
        this.rows = blank(height, Pen.PLAIN);
        clear(Pen.PLAIN);
    }

    private static ScreenRow[] blank(int height, long pen) {
        var blank = new ScreenRow[height];
        Arrays.setAll(blank, _ -> new ScreenRow().clear(pen));
        return blank;
    }

    int columns() {
        return columns;
    }

    int height() {
        return rows.length;
    }

    ScreenRow row(int at) {
        return rows[at];
    }

    /** Returns the row of the cursor. */
    ScreenRow row() {
        return rows[y];
    }

    BitSet tabs() {
        return tabs;
    }

    /** Resets everything except the saved cursor. */
    void clear(long pen) {
        for (var row : rows) {
            row.clear(pen);
        }
        x = 0;
        y = 0;
        top = 0;
        bottom = rows.length - 1;
        tabs = new BitSet();
        setTabs(0);
    }

    private void setTabs(int from) {
        for (var at = from; at < columns; at += TAB) {
            tabs.set(at);
        }
    }

    int nextTab() {
        var next = tabs.nextSetBit(x + 1);
        return next < 0 || next >= columns ? columns - 1 : next;
    }

    int previousTab() {
        return Math.max(0, x == 0 ? 0 : tabs.previousSetBit(x - 1));
    }

    void save(long pen, char charset) {
        savedX = x;
        savedY = y;
        savedPen = pen;
        savedCharset = charset;
    }

    /** Returns whether the saved cursor differs from that of a new screen. */
    boolean hasSaved() {
        return savedX != 0 || savedY != 0 || savedPen != Pen.PLAIN || savedCharset != Charsets.PLAIN;
    }

    boolean isInMargins() {
        return y >= top && y <= bottom;
    }

    /** Moves the rows within the margins up by one. The caller adjusts the saved cursor. */
    void scroll(long pen, boolean wrapped) {
        var first = rows[top];
        System.arraycopy(rows, top + 1, rows, top, bottom - top);
        rows[bottom] = first.clear(pen);
        first.wrapped(wrapped);
    }

    /** Deletes rows and adds the same number of empty rows at the bottom margin. */
    void deleteRows(int at, int count, long pen) {
        for (var left = Math.min(count, bottom - at + 1); left > 0; left--) {
            var gone = rows[at];
            System.arraycopy(rows, at + 1, rows, at, bottom - at);
            rows[bottom] = gone.clear(pen);
        }
    }

    /** Inserts empty rows and drops the same number of rows at the bottom margin. */
    void insertRows(int at, int count, long pen) {
        for (var left = Math.min(count, bottom - at + 1); left > 0; left--) {
            var gone = rows[bottom];
            System.arraycopy(rows, at, rows, at + 1, bottom - at);
            rows[at] = gone.clear(pen);
        }
    }

    /**
     * Changes the size. Lines are cut, not wrapped again, because a program that draws to the edge redraws after a
     * change of size.
     *
     * @param keepsCursor whether rows above the cursor are dropped before the row of the cursor
     */
    void resize(int newColumns, int newHeight, boolean keepsCursor) {
        for (var row : rows) {
            row.resize(columns, newColumns);
        }
        if (newColumns > columns) {
            setTabs(columns + Math.floorMod(-columns, TAB));
        } else {
            tabs.clear(newColumns, Math.max(newColumns, columns));
        }
        columns = newColumns;
        var lost = keepsCursor ? Math.max(0, y - newHeight + 1) : 0;
        var kept = Arrays.copyOfRange(rows, lost, lost + newHeight);
        for (var at = 0; at < newHeight; at++) {
            if (kept[at] == null) {
                kept[at] = new ScreenRow();
            }
        }
        rows = kept;
        x = Math.min(x, newColumns - 1);
        y = Math.clamp(y - lost, 0, newHeight - 1);
        savedX = Math.min(savedX, newColumns - 1);
        savedY = Math.clamp(savedY - lost, 0, newHeight - 1);
        top = 0;
        bottom = newHeight - 1;
    }
}
