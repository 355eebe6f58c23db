package dev.slipway.terminal.session;

import dev.slipway.engine.TerminalSize;
import dev.slipway.terminal.screen.ScreenTracker;
import dev.slipway.terminal.wire.Frame.Snapshot;
import java.nio.ByteBuffer;

/**
 * What a session can show of the past: the last part of its output, what happened to the terminal in between, and the
 * terminal's state before the oldest byte (decision 0017). Not for use by several threads at once; its session's lock
 * guards it.
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

    /** Begins at an offset that is not the very start, because a shell ran before its session. */
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

    /** Whether the output was followed from the shell's first byte on; otherwise the state may lack what was set before. */
    boolean knowsStart() {
        return knowsStart;
    }

    void append(byte[] bytes, int length) {
        follow(Math.min(output.end(), output.startAfter(length)));
        output.append(bytes, length);
    }

    /** Gives most of the memory back, for a session that nobody looks at. */
    void trim(int kept) {
        follow(Math.max(output.start(), output.end() - kept));
        output.trim(kept);
    }

    /** Brings the state before the oldest byte to a later one, because the bytes up to there will go. */
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

    /** The terminal before the oldest byte. */
    Snapshot snapshot() {
        var size = timeline.sizeBefore(timeline.numberAt(output.start()));
        return new Snapshot(output.start(), size, ByteBuffer.wrap(before.snapshot()));
    }
}
