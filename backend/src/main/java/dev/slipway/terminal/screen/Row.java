package dev.slipway.terminal.screen;

import java.util.Arrays;

/**
 * One row of cells. A cell has a content and a {@link Pen}; those behind the last that was ever written need no memory.
 * Contents are code points, with bits for what a cell is beside.
 */
final class Row {
    static final int EMPTY = 0;

    /** The first cell of a wide character. */
    static final int WIDE = 1 << 24;

    /** The second cell of a wide character. */
    static final int TAIL = 1 << 25;

    /** The content is not a code point but the number of a {@linkplain Clusters cluster}. */
    static final int CLUSTER = 1 << 26;

    private static final int[] NO_CODES = {};
    private static final long[] NO_PENS = {};

    private int[] codes = NO_CODES;
    private long[] pens = NO_PENS;
    private int used;
    private long fill;
    private boolean wrapped;

    /** Whether it continues the row above. */
    boolean isWrapped() {
        return wrapped;
    }

    void wrapped(boolean now) {
        wrapped = now;
    }

    /** Empties all cells and forgets that it was wrapped. */
    Row clear(long pen) {
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

    /** The content as it is seen: the second half of a wide character that lost its first half looks empty. */
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

    /** Makes the cells before {@code end} real. */
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

    /** Empties cells; halves of wide characters at the ends go as well. */
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

    /** As {@link #erase}, but for protected cells. */
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

    /** Cuts what is behind a new right edge. Cells that come later are plain. */
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

    /** Cells that have a content or another look than the rest. */
    int used() {
        return used;
    }

    /** How the cells behind the used ones look. */
    long fill() {
        return fill;
    }
}
