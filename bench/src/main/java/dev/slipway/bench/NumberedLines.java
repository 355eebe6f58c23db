package dev.slipway.bench;

/** Looks at each line of a {@code seq}: whether it is the one after the last. Not for several threads. */
final class NumberedLines {
    /** Longer than any number of a benchmark; what has more digits is garbage. */
    private static final int MAX_DIGITS = 15;

    private long last;
    private long value;
    private int digits;
    private boolean number = true;
    private boolean returned;
    private long lost;
    private long doubled;
    private long damaged;

    /** Takes the next output. What comes before the line {@code 1} belongs to the shell. */
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

    /** Also after a carriage return alone, with which the shell ends its own control sequences. */
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

    /** The highest number seen. */
    long last() {
        return last;
    }

    /** Numbers that were left out. */
    long lost() {
        return lost;
    }

    /** Numbers that came again or after a higher one. */
    long doubled() {
        return doubled;
    }

    /** Lines that are no number, once the numbers had begun. */
    long damaged() {
        return damaged;
    }

    /** Everything that should be 0. */
    long wrong() {
        return lost + doubled + damaged;
    }
}
