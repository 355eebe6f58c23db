package dev.slipway.terminal.screen;

import java.util.Arrays;

/**
 * Splits output into text, control characters and sequences, with the state machine of DEC's VT500 as implemented by
 * xterm.js (vt100.net/emu/dec_ansi_parser). Keeps the bytes of an incomplete sequence, so that a snapshot can repeat
 * them.
 */
final class VtParser {
    /** Maximum number of bytes that are kept of a sequence. Any sequence that changes the tracked state is shorter. */
    private static final int KEPT = 4 * 1024;

    private static final int ESCAPE = 0x1b;

    private final Actions actions;
    private final Parameters parameters = new Parameters();
    private final Utf8 utf8 = new Utf8();
    private final StringBuilder text = new StringBuilder();
    private byte[] begun = new byte[64];
    private int begunLength;
    private State state = State.GROUND;
    private int collected;

    /** Receives the parsed parts of the output. */
    interface Actions {
        /** Prints bytes of printable ASCII. */
        void printAscii(byte[] bytes, int from, int to);

        void print(int codePoint);

        void execute(int control);

        /** @param collected prefix and intermediates of the sequence, the last one in the lowest byte */
        void controlSequence(int collected, int last, Parameters parameters);

        void escapeSequence(int collected, int last);

        /** Executes an operating system command (OSC) that was terminated correctly. */
        void command(String text);
    }

    private enum State {
        GROUND,
        ESCAPED,
        ESCAPE_INTERMEDIATE,
        CSI_ENTRY,
        CSI_PARAMETERS,
        CSI_INTERMEDIATE,
        CSI_IGNORED,
        OSC,
        DCS_ENTRY,
        DCS_PARAMETERS,
        DCS_INTERMEDIATE,
        DCS_IGNORED,
        DCS_DATA,
        OTHER_STRING
    }

    VtParser(Actions actions) {
        this.actions = actions;
    }

    /** Returns the first bytes of an incomplete sequence or character. */
    byte[] begun() {
        return Arrays.copyOf(begun, begunLength);
    }

    void reset() {
        state = State.GROUND;
        utf8.reset();
        begunLength = 0;
    }

    void parse(byte[] bytes, int from, int to) {
        var at = from;
        while (at < to) {
            if (state == State.GROUND && utf8.isComplete()) {
                var end = at;
                // Bytes outside ASCII are negative.
                while (end < to && bytes[end] >= ' ' && bytes[end] != 0x7f) {
                    end++;
                }
                if (end > at) {
                    actions.printAscii(bytes, at, end);
                    at = end;
                    continue;
                }
            }
            step(bytes[at++]);
        }
    }

    private void step(byte next) {
        keep(next);
        var codePoint = utf8.next(next & 0xff);
        if (codePoint == Utf8.BROKEN) {
            // The incomplete character is dropped; the byte that interrupted it is decoded by itself.
            codePoint = utf8.next(next & 0xff);
        }
        if (codePoint >= 0) {
            consume(codePoint);
        }
        if (state == State.GROUND && utf8.isComplete()) {
            begunLength = 0;
        }
    }

    /**
     * Keeps a byte of an incomplete sequence. A control character within a sequence is executed at once, so a snapshot
     * must not repeat it.
     */
    private void keep(byte next) {
        var executed = next >= 0 && next < ' ' && next != ESCAPE && state.compareTo(State.OSC) < 0;
        if (next == ESCAPE) {
            begunLength = 0;
        }
        if (executed || begunLength == KEPT) {
            return;
        }
        if (begunLength == begun.length) {
            begun = Arrays.copyOf(begun, 2 * begunLength);
        }
        begun[begunLength++] = next;
    }

    private void consume(int code) {
        if (code == ESCAPE || code == 0x18 || code == 0x1a || (code >= 0x80 && code < 0xa0)) {
            anywhere(code);
            return;
        }
        switch (state) {
            case GROUND -> ground(code);
            case ESCAPED -> escaped(code);
            case ESCAPE_INTERMEDIATE -> escapeIntermediate(code);
            case CSI_ENTRY, CSI_PARAMETERS, CSI_INTERMEDIATE, CSI_IGNORED -> controlSequence(code);
            case OSC -> operatingSystemCommand(code);
            case DCS_ENTRY, DCS_PARAMETERS, DCS_INTERMEDIATE, DCS_IGNORED -> deviceControl(code);
            case DCS_DATA -> {}
            case OTHER_STRING -> state = code < 0x80 ? state : State.GROUND;
        }
    }

    private void anywhere(int code) {
        var ended = state == State.OSC && (code == ESCAPE || code == 0x9c);
        state = State.GROUND;
        if (ended) {
            actions.command(text.toString());
        }
        switch (code) {
            case ESCAPE -> begin(State.ESCAPED);
            case 0x90 -> begin(State.DCS_ENTRY);
            case 0x9b -> begin(State.CSI_ENTRY);
            case 0x9d -> begin(State.OSC);
            case 0x98, 0x9e, 0x9f -> begin(State.OTHER_STRING);
            case 0x9c -> {}
            default -> actions.execute(code);
        }
    }

    private void begin(State next) {
        state = next;
        collected = 0;
        parameters.clear();
        text.setLength(0);
    }

    private void ground(int code) {
        if (code < ' ') {
            actions.execute(code);
        } else if (code != 0x7f) {
            actions.print(code);
        }
    }

    private void escaped(int code) {
        if (code < ' ') {
            actions.execute(code);
        } else if (code < '0') {
            collected = code;
            state = State.ESCAPE_INTERMEDIATE;
        } else if (code != 0x7f) {
            switch (code) {
                case '[' -> begin(State.CSI_ENTRY);
                case ']' -> begin(State.OSC);
                case 'P' -> begin(State.DCS_ENTRY);
                case 'X', '^', '_' -> begin(State.OTHER_STRING);
                default -> dispatchEscape(code);
            }
        }
    }

    private void escapeIntermediate(int code) {
        if (code < ' ') {
            actions.execute(code);
        } else if (code < '0') {
            collect(code);
        } else if (code != 0x7f) {
            dispatchEscape(code);
        }
    }

    private void dispatchEscape(int code) {
        state = State.GROUND;
        if (code < 0x7f) {
            actions.escapeSequence(collected, code);
        }
    }

    private void collect(int code) {
        collected = collected << 8 | code;
    }

    private void controlSequence(int code) {
        if (code < ' ') {
            actions.execute(code);
        } else if (code == 0x7f) {
            return;
        } else if (code > 0x7f) {
            state = state == State.CSI_IGNORED ? state : State.GROUND;
        } else if (code >= '@') {
            var ignored = state == State.CSI_IGNORED;
            state = State.GROUND;
            if (!ignored) {
                actions.controlSequence(collected, code, parameters);
            }
        } else {
            state = parameterState(code, State.CSI_PARAMETERS, State.CSI_INTERMEDIATE, State.CSI_IGNORED);
        }
    }

    /** Returns the state after a byte from space to question mark. */
    private State parameterState(int code, State inParameters, State intermediate, State ignored) {
        if (state == ignored) {
            return ignored;
        }
        if (code < '0') {
            collect(code);
            return intermediate;
        }
        var atEntry = state == State.CSI_ENTRY || state == State.DCS_ENTRY;
        if (state == intermediate || (code >= '<' && !atEntry)) {
            return ignored;
        }
        switch (code) {
            case ';' -> parameters.next();
            case ':' -> parameters.nextSub();
            case '<', '=', '>', '?' -> collect(code);
            default -> parameters.digit(code - '0');
        }
        return inParameters;
    }

    private void operatingSystemCommand(int code) {
        if (code == 0x07) {
            state = State.GROUND;
            actions.command(text.toString());
        } else if (code >= ' ' && text.length() < KEPT) {
            text.appendCodePoint(code);
        }
    }

    private void deviceControl(int code) {
        if (code < ' ' || code == 0x7f) {
            return;
        }
        if (code > 0x7f) {
            state = state == State.DCS_IGNORED ? state : State.GROUND;
        } else if (code >= '@') {
            state = state == State.DCS_IGNORED ? state : State.DCS_DATA;
        } else {
            state = parameterState(code, State.DCS_PARAMETERS, State.DCS_INTERMEDIATE, State.DCS_IGNORED);
        }
    }
}
