package dev.slipway.terminal.session;

import dev.slipway.engine.TerminalSize;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.wire.Frame;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Output;
import dev.slipway.terminal.wire.Frame.Position;
import dev.slipway.terminal.wire.Frame.SizeIs;
import dev.slipway.terminal.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one viewer has got in its session's output, and what of it comes next. Not for use by several threads at once;
 * its session's lock guards it.
 */
final class Place {
    /** One read of the node, and one step of the client's acknowledgements: a larger one would have to wait for more. */
    private static final int MAX_OUTPUT = TerminalProperties.READ_SIZE;

    private final boolean snapshots;
    private boolean visible;
    private boolean beganInTheMiddle;
    private boolean wantsSnapshot;
    private @Nullable TerminalSize toldSize;
    private long nextMark;
    private long cursor;
    private long acked;

    Place(Frame.Page page) {
        this.snapshots = page.snapshots();
        this.visible = page.visible();
    }

    /** Goes on where it was in this shell's output, or begins. */
    void startIn(Replay replay, Optional<Position> resume, long epoch) throws ProtocolException {
        var output = replay.output();
        var known = resume.filter(position -> position.epoch() == epoch).map(Position::offset);
        cursor = known.orElseGet(() -> snapshots ? output.start() : output.entry());
        acked = cursor;
        nextMark = replay.timeline().numberAt(cursor);
        beganInTheMiddle = known.isEmpty() && cursor > 0;
        wantsSnapshot = snapshots && beganInTheMiddle;
        if (cursor > output.end()) {
            throw new ProtocolException("resumes after the end");
        }
    }

    /** Whether its screen may lack what was painted before its first output. */
    boolean needsPainting(Replay replay) {
        return beganInTheMiddle && !(snapshots && replay.knowsStart());
    }

    long cursor() {
        return cursor;
    }

    long acked() {
        return acked;
    }

    boolean isVisible() {
        return visible;
    }

    void visible(boolean now) {
        visible = now;
    }

    void acknowledge(long offset) throws ProtocolException {
        if (offset > cursor) {
            throw new ProtocolException("acknowledged what was never sent");
        }
        acked = Math.max(acked, offset);
    }

    /**
     * The next part of what happened, if there is one that may be sent now.
     *
     * @param over whether nothing will be added
     */
    Optional<FromServer> next(Replay replay, int window, boolean over) {
        var output = replay.output();
        if (wantsSnapshot) {
            wantsSnapshot = false;
            var snapshot = replay.snapshot();
            jump(snapshot.offset(), replay);
            toldSize = snapshot.size();
            return Optional.of(snapshot);
        }
        if (cursor < output.start()) {
            // A page that nobody sees would get one snapshot after the other.
            if (snapshots && !visible && !over) {
                return Optional.empty();
            }
            var gap = new Gap(cursor, output.start());
            jump(gap.to(), replay);
            wantsSnapshot = snapshots;
            return Optional.of(gap);
        }
        var size = replay.timeline().sizeBefore(nextMark);
        if (!size.equals(toldSize)) {
            toldSize = size;
            return Optional.of(new SizeIs(size));
        }
        var mark = replay.timeline().from(nextMark);
        if (mark.isPresent() && mark.get().offset() <= cursor) {
            return passed(mark.get(), replay, window, over);
        }
        var end = Math.min(output.end(), mark.map(Timeline.Mark::offset).orElse(Long.MAX_VALUE));
        var sendable = (int) Math.min(MAX_OUTPUT, Math.min(end, acked + window) - cursor);
        if (sendable > 0) {
            var frame = new Output(cursor, ByteBuffer.wrap(output.copy(cursor, sendable)));
            cursor += sendable;
            return Optional.of(frame);
        }
        return Optional.empty();
    }

    private void jump(long offset, Replay replay) {
        cursor = offset;
        acked = offset;
        nextMark = replay.timeline().numberAt(offset);
    }

    private Optional<FromServer> passed(Timeline.Mark mark, Replay replay, int window, boolean over) {
        nextMark = mark.number() + 1;
        return switch (mark) {
            case Timeline.Cleared _ when snapshots -> Optional.of(new Frame.Cleared());
            // Its size is told next; clients of version 1 know no resets.
            case Timeline.Cleared _, Timeline.Resized _ -> next(replay, window, over);
        };
    }
}
