package dev.slipway.terminal.session;

import dev.slipway.sandbox.TerminalSize;
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
 * Position of one viewer in its session's output. It determines which frame the viewer receives next. Not thread-safe;
 * the session's lock guards it.
 */
final class Place {
    /**
     * Maximum number of output bytes in a frame: as many as one read from the node returns, and as many as the browser
     * acknowledges at once.
     */
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

    /**
     * Sets the position: the offset up to which the viewer already has this shell's output, or else the oldest offset
     * at which the viewer can start.
     */
    void startIn(Replay replay, Optional<Position> resume, long epoch) throws ProtocolException {
        var output = replay.output();
        var known = resume.filter(position -> position.epoch() == epoch).map(Position::offset);
        cursor = known.orElseGet(() -> snapshots ? output.start() : output.entry());
        acked = cursor;
        nextMark = replay.timeline().numberAt(cursor);
        beganInTheMiddle = known.isEmpty() && cursor > 0;
        wantsSnapshot = snapshots && beganInTheMiddle;
        if (cursor > output.end()) {
            throw new ProtocolException("resume offset is after the end of the output");
        }
    }

    /**
     * Returns whether the viewer's screen may lack content that was painted before the first output that the viewer
     * receives.
     */
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
            throw new ProtocolException("acknowledged output that was not sent");
        }
        acked = Math.max(acked, offset);
    }

    /**
     * Returns the next frame; empty if no frame may be sent now.
     *
     * @param over whether the session has ended
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
            // A hidden page does not limit reading from the node, so it could receive one snapshot after another. It
            // gets the next snapshot when it is visible again.
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
            // If the size has changed, the next frame contains the new size. A client of version 1 does not support
            // resets.
            case Timeline.Cleared _, Timeline.Resized _ -> next(replay, window, over);
        };
    }
}
