package dev.slipway.terminal.session;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.screen.ScreenTracker;
import dev.slipway.terminal.wire.Frame.Snapshot;
import java.nio.ByteBuffer;

/**
 * History of a session that a viewer can receive: the last part of the output, the size changes and resets within this
 * part, and the terminal's state before its oldest byte (decision 0017). Not thread-safe; the session's lock guards it.
 */
final class Replay {
    private final OutputBuffer output;
    private final Timeline timeline;
    private ScreenTracker before;
    private boolean knowsStart = true;

    Replay(int capacity, TerminalSize size) {
        this.output = new OutputBuffer(capacity);
        this.timeline = new Timeline(size);
        this.before = new ScreenTracker(size);
    }

    /**
     * Sets the offset and size at which the output starts. The offset is not 0 if the shell ran before this session.
     */
    void startAt(long offset, TerminalSize size) {
        output.startAt(offset);
        timeline.startWith(size);
        before = new ScreenTracker(size);
        knowsStart = offset == 0;
    }

    OutputBuffer output() {
        return output;
    }

    Timeline timeline() {
        return timeline;
    }

    /**
     * Returns whether the tracked state includes all output from the shell's first byte. Otherwise the state may lack
     * the effects of earlier output.
     */
    boolean knowsStart() {
        return knowsStart;
    }

    void append(byte[] bytes, int length) {
        follow(Math.min(output.end(), output.startAfter(length)));
        output.append(bytes, length);
    }

    /** Frees most of the memory of a session without viewers. */
    void trim(int kept) {
        follow(Math.max(output.start(), output.end() - kept));
        output.trim(kept);
    }

    /** Advances the tracked state to an offset, because the buffer is about to drop the bytes before this offset. */
    private void follow(long to) {
        var at = output.start();
        for (var mark = timeline.first(); mark.isPresent() && mark.get().offset() < to; mark = timeline.first()) {
            feed(at, mark.get().offset());
            at = mark.get().offset();
            apply(mark.get());
            timeline.forgetFirst();
        }
        feed(at, to);
    }

    private void feed(long from, long to) {
        output.read(from, to, before::feed);
    }

    private void apply(Timeline.Mark mark) {
        switch (mark) {
            case Timeline.Resized(var _, var _, var size) -> before.resize(size);
            case Timeline.Cleared _ -> before.reset();
        }
    }

    void resized(TerminalSize size) {
        timeline.resized(output.end(), size);
    }

    void cleared() {
        timeline.cleared(output.end());
    }

    /** Returns the state of the terminal before the oldest byte of the buffer. */
    Snapshot snapshot() {
        var size = timeline.sizeBefore(timeline.numberAt(output.start()));
        return new Snapshot(output.start(), size, ByteBuffer.wrap(before.snapshot()));
    }
}
