package dev.slipway.terminal.session;

import dev.slipway.engine.TerminalSize;

/**
 * What a session can show of the past: the last part of its output, and what happened to the terminal in between. Not for
 * use by several threads at once; its session's lock guards it.
 */
final class Replay {
    private final OutputBuffer output;
    private final Timeline timeline;

    Replay(int capacity, TerminalSize size) {
        this.output = new OutputBuffer(capacity);
        this.timeline = new Timeline(size);
    }

    /** Begins at an offset that is not the very start, because a shell ran before its session. */
    void startAt(long offset, TerminalSize size) {
        output.startAt(offset);
        timeline.startWith(size);
    }

    OutputBuffer output() {
        return output;
    }

    Timeline timeline() {
        return timeline;
    }

    void append(byte[] bytes, int length) {
        output.append(bytes, length);
        timeline.forgetBefore(output.start(), _ -> {});
    }

    void resized(TerminalSize size) {
        timeline.resized(output.end(), size);
    }

    void cleared() {
        timeline.cleared(output.end());
    }
}
