package dev.slipway.terminal.screen;

/** Decodes UTF-8 byte by byte and drops invalid bytes, as xterm.js does. */
final class Utf8 {
    /** Result if more bytes are needed or the bytes were dropped. */
    static final int NOTHING = -1;

    /** Result if the byte does not continue the incomplete character. The caller must pass the byte again. */
    static final int BROKEN = -2;

    private static final int BYTE_ORDER_MARK = 0xfeff;

    private int missing;
    private int length;
    private int value;

    boolean isComplete() {
        return missing == 0;
    }

    void reset() {
        missing = 0;
    }

    /** Returns a code point, {@link #NOTHING} or {@link #BROKEN}. */
    int next(int next) {
        if (missing > 0) {
            return continued(next);
        }
        if (next < 0x80) {
            return next;
        }
        length = (next & 0xe0) == 0xc0 ? 2 : (next & 0xf0) == 0xe0 ? 3 : (next & 0xf8) == 0xf0 ? 4 : 0;
        if (length > 0) {
            missing = length - 1;
            value = next & (0x7f >> length);
        }
        return NOTHING;
    }

    private int continued(int next) {
        if ((next & 0xc0) != 0x80) {
            missing = 0;
            return BROKEN;
        }
        value = (value << 6) | (next & 0x3f);
        if (--missing > 0) {
            return NOTHING;
        }
        var valid = switch (length) {
            case 2 -> value >= 0x80;
            case 3 -> value >= 0x800 && !(value >= 0xd800 && value <= 0xdfff) && value != BYTE_ORDER_MARK;
            default -> value >= 0x10000 && value <= Character.MAX_CODE_POINT;
        };
        return valid ? value : NOTHING;
    }
}
