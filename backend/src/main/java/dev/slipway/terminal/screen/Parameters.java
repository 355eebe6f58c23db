package dev.slipway.terminal.screen;

/**
 * The numbers of one control sequence. As many as xterm.js keeps, each at most as large; what is missing is 0, a missing
 * number after a colon -1.
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

    /** 0 if there is none. */
    int at(int index) {
        return index < count ? values[index] : 0;
    }

    /** 1 for 0 and for none. */
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
