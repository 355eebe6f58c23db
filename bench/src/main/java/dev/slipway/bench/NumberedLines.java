package dev.slipway.bench;

/** Checks the output of a {@code seq} for lost, repeated and damaged lines. Not thread-safe. */
final class NumberedLines {
    /** Maximum number of digits: more than any number of a benchmark has. A longer line is damaged. */
    private static final int MAX_DIGITS = 15;

    private long last;
    private long value;
    private int digits;
    private boolean number = true;
    private boolean returned;
    private long lost;
    private long doubled;
    private long damaged;

    /** Checks the next part of the output. Ignores lines before the line {@code 1}, which come from the shell. */
    void take(byte[] output) {
        for (var next : output) {
            if (next == '\n') {
                lineEnds();
                lineBegins();
            } else if (next == '\r') {
                returned = true;
            } else {
                if (returned) {
                    lineBegins();
                }
                character(next);
            }
        }
    }

    private void character(byte next) {
        if (next >= '0' && next <= '9' && digits < MAX_DIGITS) {
            value = value * 10 + next - '0';
            digits++;
        } else {
            number = false;
        }
    }

    /**
     * Starts a line. A single carriage return also starts a line, because the shell ends its own control sequences with
     * it.
     */
    private void lineBegins() {
        value = 0;
        digits = 0;
        number = true;
        returned = false;
    }

    private void lineEnds() {
        if (number && digits > 0) {
            count();
        } else if (last > 0) {
            damaged++;
        }
    }

    private void count() {
        if (last == 0 && value != 1) {
            return;
        }
        if (value <= last) {
            doubled++;
        } else {
            lost += value - last - 1;
            last = value;
        }
    }

    /** Returns the highest number so far. */
    long last() {
        return last;
    }

    /** Returns the count of missing numbers. */
    long lost() {
        return lost;
    }

    /** Returns the count of numbers that were repeated or came after a higher number. */
    long doubled() {
        return doubled;
    }

    /** Returns the count of lines that are not numbers, after the first number. */
    long damaged() {
        return damaged;
    }

    /** Returns the count of all errors. */
    long wrong() {
        return lost + doubled + damaged;
    }
}
