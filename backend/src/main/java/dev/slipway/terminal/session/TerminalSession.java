package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.Farewells.closed;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.slipway.engine.TerminalSize;
import dev.slipway.sandbox.HeldShell;
import dev.slipway.shared.AccountId;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.recording.OutputListener;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One shell's output and the viewers of it. The driver sets the shell's size and the pace at which the node is read;
 * everybody else follows, or misses a part and is told so. Everything here, in the audience, its viewers and the pace is
 * guarded by one lock.
 */
final class TerminalSession {
    /** RIS, and a cursor that is seen: for recordings, whose players know nothing of resets. */
    private static final byte[] RESET = "\u0018\u001bc\u001b[?25h".getBytes(US_ASCII);

    /** Some screens of text, for a session that nobody has looked at for long. */
    private static final int IDLE_REPLAY = 32 * 1024;

    private final TerminalKey key;
    private final TerminalProperties properties;
    private final Clock clock;
    private final Shell shell;

    private final Guard guard = new Guard();
    private final Replay replay;
    private final Pace pace;
    private final FloodShare.Member share;
    private final Audience audience;
    private final OutputListener recording;
    private final LostNodes lost;
    private final boolean followsLoss;
    private @Nullable FromServer ending;
    private boolean open;
    private long epoch;
    private TerminalSize size;

    TerminalSession(TerminalKey key, long epoch, TerminalSize size, Sessions.Surroundings surroundings) {
        this.key = key;
        this.epoch = epoch;
        this.size = size;
        this.properties = surroundings.properties();
        this.clock = surroundings.clock();
        this.replay = new Replay((int) properties.replayBuffer().toBytes(), size);
        var window = (int) properties.window().toBytes();
        this.pace = new Pace(guard.newCondition(), window, properties.holdFor());
        this.share = surroundings.floods().join();
        this.audience = new Audience(pace, clock, this::setSize);
        this.recording = surroundings.recorder().begin(key, size);
        this.lost = surroundings.lost();
        this.followsLoss = lost.contains(key);
        this.shell = new Shell(this, surroundings.streams());
    }

    /** Opens the shell, the first time. */
    void start() {
        shell.start(Optional.of(size()));
    }

    /** Goes on with a shell that runs already, as large as it is. */
    void resume() {
        shell.start(Optional.empty());
    }

    TerminalKey key() {
        return key;
    }

    /** Only with the lock held. */
    long epoch() {
        return epoch;
    }

    Condition newCondition() {
        return guard.newCondition();
    }

    /** Adds a viewer, in place of an earlier connection of the same one; empty if the session has ended. */
    Optional<Viewer> attach(Viewer.Id id, Hello hello, ViewerLink link) throws ProtocolException {
        try (var _ = guard.hold()) {
            if (ending != null) {
                return Optional.empty();
            }
            var viewer = new Viewer(this, id, link, hello, clock.instant());
            if (open) {
                viewer.startIn(replay, epoch);
            }
            audience.admit(viewer);
            redrawFor(viewer);
            viewer.startSending();
            return Optional.of(viewer);
        }
    }

    /** What is on the screen of one who begins in the middle depends on what is no longer there. */
    private void redrawFor(Viewer viewer) {
        if (viewer.needsPainting(replay) && audience.isDriver(viewer)) {
            shell.redraw();
        }
    }

    /** Whether the node had lost its shells before this one was opened, and nobody has said why. */
    boolean followsLoss() {
        return followsLoss;
    }

    int connections(AccountId account) {
        try (var _ = guard.hold()) {
            return audience.connections(account);
        }
    }

    void disconnect(Predicate<Viewer.Id> which, TerminalError reason) {
        try (var _ = guard.hold()) {
            audience.dismissAll(which, closed(reason));
        }
    }

    /** Types what no viewer typed; false if the shell has not yet taken what was typed before. */
    boolean type(byte[] bytes, int limit) {
        if (shell.input().waiting() + bytes.length > limit) {
            return false;
        }
        shell.input().offer(bytes, _ -> {});
        return true;
    }

    /** Ends the session; {@link Farewells} says which end is told after the last output, and which at once. */
    void end(FromServer how) {
        try (var _ = guard.hold()) {
            if (ending != null) {
                return;
            }
            ending = how;
            if (open
                    && (how.equals(closed(TerminalError.NODE_UNREACHABLE))
                            || how.equals(closed(TerminalError.NODE_REPLACED)))) {
                lost.add(key);
            }
            recording.ended(how);
            pace.changed();
            audience.dismissAll(how);
        }
        shell.close();
    }

    void end(TerminalError reason) {
        end(closed(reason));
    }

    /** Ends the session and its shell, as if it had ended by itself. */
    void close() {
        end(new Exit(Shell.STATUS_UNKNOWN));
        shell.kill();
    }

    boolean hasEnded() {
        try (var _ = guard.hold()) {
            return ending != null;
        }
    }

    /** Whether it has ended and nobody is left who must be told. */
    boolean isOver() {
        try (var _ = guard.hold()) {
            return ending != null && audience.isEmpty();
        }
    }

    /** Asks quiet viewers for a sign of life and drops dead ones. A shell lives as long as its sandbox, seen or not. */
    void tick() {
        var now = clock.instant();
        try (var _ = guard.hold()) {
            audience.lookForLife(now, properties);
            pace.tick(now);
            if (audience.isEmptySince(now.minus(properties.idleTrim()))) {
                replay.trim(IDLE_REPLAY);
            }
        }
    }

    // What a viewer calls.

    /** Waits for what this viewer is to be told next; empty when it has left. */
    Optional<FromServer> awaitFrame(Viewer viewer) throws InterruptedException {
        try (var _ = guard.hold()) {
            while (!viewer.isGone()) {
                if (open || ending != null) {
                    var frame = viewer.nextFrame(replay, pace.window(), ending != null);
                    if (frame.isPresent()) {
                        return frame;
                    }
                    if (ending != null && viewer.hasAll(replay.output())) {
                        viewer.farewell(ending);
                        continue;
                    }
                }
                viewer.news().await();
            }
            return Optional.empty();
        }
    }

    void input(Viewer viewer, long offset, ByteBuffer bytes) throws ProtocolException {
        try (var _ = guard.hold()) {
            if (ending != null || !audience.contains(viewer)) {
                return;
            }
            viewer.heard(clock.instant());
            var known = viewer.accept(
                    offset, bytes.remaining(), properties.inputWindow().toBytes());
            if (!audience.isDriver(viewer)) {
                audience.drive(viewer);
            }
            var fresh = new byte[bytes.remaining() - known];
            bytes.get(bytes.position() + known, fresh);
            shell.input().offer(fresh, count -> took(viewer, count));
        }
    }

    private void took(Viewer viewer, int count) {
        try (var _ = guard.hold()) {
            viewer.took(count);
        }
    }

    void acknowledged(Viewer viewer, long offset) throws ProtocolException {
        try (var _ = guard.hold()) {
            viewer.heard(clock.instant());
            viewer.acknowledge(offset);
            viewer.tell();
            pace.changed();
        }
    }

    void resize(Viewer viewer, TerminalSize newSize) {
        try (var _ = guard.hold()) {
            viewer.heard(clock.instant());
            viewer.size(newSize);
            if (audience.isDriver(viewer)) {
                setSize(newSize);
            }
        }
    }

    void seen(Viewer viewer, boolean visible) {
        try (var _ = guard.hold()) {
            viewer.heard(clock.instant());
            viewer.visible(visible);
            pace.changed();
        }
    }

    /** Undoes what programs have done to the terminal, and lets the one that runs paint it again. */
    void reset(Viewer viewer) {
        try (var _ = guard.hold()) {
            viewer.heard(clock.instant());
            if (ending != null || !audience.contains(viewer)) {
                return;
            }
            replay.cleared();
            recording.output(RESET, RESET.length);
            audience.tellAll();
            shell.redraw();
        }
    }

    void detach(Viewer viewer) {
        try (var _ = guard.hold()) {
            audience.lose(viewer);
        }
    }

    void dismiss(Viewer viewer, TerminalError reason) {
        try (var _ = guard.hold()) {
            audience.dismiss(viewer, closed(reason));
        }
    }

    // What the shell calls.

    TerminalSize size() {
        try (var _ = guard.hold()) {
            return size;
        }
    }

    /** The shell ran before; what it wrote then comes first. */
    void continues(HeldShell shell) {
        try (var _ = guard.hold()) {
            epoch = shell.epoch();
            replay.startAt(shell.from(), shell.size());
            if (audience.isEmpty()) {
                size = shell.size();
                recording.resized(size);
            } else {
                replay.resized(size);
            }
        }
    }

    /** Adds what the shell wrote before this session; it was seen, and recorded, then. */
    void recall(byte[] bytes) {
        try (var _ = guard.hold()) {
            replay.append(bytes, bytes.length);
        }
    }

    /** From now on what the shell writes is new, and viewers may see it. */
    void opened() {
        try (var _ = guard.hold()) {
            open = true;
            audience.begin(replay, epoch);
            audience.driver().ifPresent(this::redrawFor);
        }
    }

    void add(byte[] bytes, int length) {
        try (var _ = guard.hold()) {
            replay.append(bytes, length);
            recording.output(bytes, length);
            audience.tellAll();
            pace.pause(share.read(length));
        }
    }

    /** Waits until the pace allows to read on; false when the session has ended. */
    boolean awaitRead() throws InterruptedException {
        try (var _ = guard.hold()) {
            pace.awaitRoom(replay.output(), () -> ending != null);
            return ending == null;
        }
    }

    /** Only with the lock held. */
    private void setSize(TerminalSize newSize) {
        if (!newSize.equals(size)) {
            size = newSize;
            replay.resized(newSize);
            recording.resized(newSize);
            audience.tellAll();
            shell.resize();
        }
    }
}
