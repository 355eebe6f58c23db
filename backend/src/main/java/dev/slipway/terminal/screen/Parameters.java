package dev.slipway.terminal.screen;

/**
 * Parameters of one control sequence. Their number and size are limited as in xterm.js. A missing parameter is 0; a
 * missing number after a colon is -1.
 */
final class Parameters {
    private static final int MOST = 32;

    private final int[] values = new int[MOST];
    private final int[] subFrom = new int[MOST + 1];
    private final int[] subs = new int[MOST];
    private int count;
    private int subCount;
    private boolean inSub;
    private boolean rejects;
    private boolean rejectsSub;

    void clear() {
        count = 0;
        subCount = 0;
        inSub = false;
        rejects = false;
        rejectsSub = false;
        next();
    }

    void next() {
        inSub = false;
        if (count == MOST) {
            rejects = true;
            return;
        }
        values[count] = 0;
        subFrom[count++] = subCount;
        subFrom[count] = subCount;
    }

    void nextSub() {
        inSub = true;
        if (rejects || subCount == MOST) {
            rejectsSub = true;
            return;
        }
        subs[subCount++] = -1;
        subFrom[count] = subCount;
    }

    void digit(int digit) {
        if (rejects || (inSub && rejectsSub)) {
            return;
        }
        if (inSub) {
            subs[subCount - 1] = grown(Math.max(0, subs[subCount - 1]), digit);
        } else {
            values[count - 1] = grown(values[count - 1], digit);
        }
    }

    private static int grown(int value, int digit) {
        return (int) Math.min(Integer.MAX_VALUE, value * 10L + digit);
    }

    int count() {
        return count;
    }

    /** Returns a parameter, or 0 if it is missing. */
    int at(int index) {
        return index < count ? values[index] : 0;
    }

    /** Returns a parameter, or 1 if it is missing or 0. */
    int atLeastOne(int index) {
        return Math.max(1, at(index));
    }

    int subCount(int index) {
        return index < count ? subFrom[index + 1] - subFrom[index] : 0;
    }

    int sub(int index, int which, int otherwise) {
        return which < subCount(index) ? subs[subFrom[index] + which] : otherwise;
    }
}
