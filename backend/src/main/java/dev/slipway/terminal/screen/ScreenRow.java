package dev.slipway.terminal.screen;

import java.util.Arrays;

/**
 * Row of cells. A cell has a content and a {@link Pen}. Cells after the last written cell need no memory. The content
 * is a code point, with bits that mark wide cells, their second halves, and clusters.
 */
final class ScreenRow {
    static final int EMPTY = 0;

    /** First cell of a wide character. */
    static final int WIDE = 1 << 24;

    /** Second cell of a wide character. */
    static final int TAIL = 1 << 25;

    /** Marks a content that is the number of a {@linkplain Clusters cluster} instead of a code point. */
    static final int CLUSTER = 1 << 26;

    private static final int[] NO_CODES = {};
    private static final long[] NO_PENS = {};

    private int[] codes = NO_CODES;
    private long[] pens = NO_PENS;
    private int used;
    private long fill;
    private boolean wrapped;

    /** Returns whether this row continues the row above. */
    boolean isWrapped() {
        return wrapped;
    }

    void wrapped(boolean now) {
        wrapped = now;
    }

    /** Empties all cells and marks the row as not wrapped. */
    ScreenRow clear(long pen) {
        used = 0;
        fill = pen;
        wrapped = false;
        return this;
    }

    int code(int x) {
        return x < used ? codes[x] : EMPTY;
    }

    long pen(int x) {
        return x < used ? pens[x] : fill;
    }

    boolean isWide(int x) {
        return (code(x) & WIDE) != 0;
    }

    boolean isTail(int x) {
        return (code(x) & TAIL) != 0;
    }

    /**
     * Returns a cell's content as a user sees it: the second half of a wide character that lost its first half looks
     * empty.
     */
    int seen(int x) {
        return isTail(x) && (x == 0 || !isWide(x - 1)) ? EMPTY : code(x);
    }

    void set(int x, int code, long pen, int columns) {
        reach(x + 1, columns);
        codes[x] = code;
        pens[x] = pen;
    }

    void ascii(byte[] text, int from, int count, int x, long pen, int columns) {
        reach(x + count, columns);
        for (var i = 0; i < count; i++) {
            codes[x + i] = text[from + i];
        }
        Arrays.fill(pens, x, x + count, pen);
    }

    /** Allocates the cells before {@code end}. */
    private void reach(int end, int columns) {
        if (end <= used) {
            return;
        }
        if (end > codes.length) {
            var length = Math.max(columns, end);
            codes = Arrays.copyOf(codes, length);
            pens = Arrays.copyOf(pens, length);
        }
        for (var x = used; x < end; x++) {
            codes[x] = EMPTY;
            pens[x] = fill;
        }
        used = end;
    }

    void insert(int x, int count, long pen, int columns) {
        reach(columns, columns);
        if (x > 0 && isWide(x - 1)) {
            set(x - 1, EMPTY, pen, columns);
        }
        var moved = Math.max(0, columns - x - count);
        System.arraycopy(codes, x, codes, columns - moved, moved);
        System.arraycopy(pens, x, pens, columns - moved, moved);
        empty(x, columns - moved, pen);
        if (isWide(columns - 1)) {
            set(columns - 1, EMPTY, pen, columns);
        }
    }

    void delete(int x, int count, long pen, int columns) {
        reach(columns, columns);
        var moved = Math.max(0, columns - x - count);
        System.arraycopy(codes, columns - moved, codes, x, moved);
        System.arraycopy(pens, columns - moved, pens, x, moved);
        empty(x + moved, columns, pen);
        if (x > 0 && isWide(x - 1)) {
            set(x - 1, EMPTY, pen, columns);
        }
        if (isTail(x)) {
            set(x, EMPTY, pen, columns);
        }
    }

    /** Empties cells. If only half of a wide character is in the range, its other half is emptied too. */
    void erase(int from, int to, long pen, int columns) {
        var end = Math.min(to, columns);
        if (from > 0 && from <= used && isWide(from - 1)) {
            set(from - 1, EMPTY, pen, columns);
        }
        if (end < columns && end > 0 && isWide(end - 1)) {
            set(end, EMPTY, pen, columns);
        }
        if (from == 0 && end == columns) {
            used = 0;
            fill = pen;
        } else if (from < end) {
            reach(end, columns);
            empty(from, end, pen);
        }
    }

    /** Empties cells like {@link #erase}, except protected cells. */
    void eraseUnprotected(int from, int to, long pen, int columns) {
        var end = Math.min(to, columns);
        for (var x = from; x < end; x++) {
            if ((pen(x) & Pen.PROTECTED) == 0) {
                set(x, EMPTY, pen, columns);
            }
        }
    }

    private void empty(int from, int to, long pen) {
        Arrays.fill(codes, from, to, EMPTY);
        Arrays.fill(pens, from, to, pen);
    }

    /** Drops the cells after a new right edge. New cells get the plain pen. */
    void resize(int oldColumns, int columns) {
        if (columns > oldColumns && fill != Pen.PLAIN) {
            reach(oldColumns, oldColumns);
        }
        fill = columns > oldColumns ? Pen.PLAIN : fill;
        used = Math.min(used, columns);
        if (codes.length > columns) {
            codes = Arrays.copyOf(codes, columns);
            pens = Arrays.copyOf(pens, columns);
        }
        if (used == columns && isWide(columns - 1)) {
            set(columns - 1, EMPTY, Pen.PLAIN, columns);
        }
    }

    /** Returns the number of cells that are stored because they may have a content or pen of their own. */
    int used() {
        return used;
    }

    /** Returns the pen of the cells after the stored ones. */
    long fill() {
        return fill;
    }
}
