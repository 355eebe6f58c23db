package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.Farewells.closed;
import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.slipway.sandbox.HeldShell;
import dev.slipway.sandbox.TerminalSize;
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
 * Terminal session: one shell, its output and its viewers. The driver sets the shell's size and the pace at which the
 * platform reads from the node. The other viewers receive the same output; a viewer that is too slow receives a gap
 * frame for the part it missed. One lock guards the fields of this class, the audience, its viewers and the pace.
 */
final class TerminalSession {
    /**
     * Output that ends an incomplete sequence, resets the terminal (RIS) and shows the cursor. It is for recordings,
     * whose players do not support reset frames.
     */
    private static final byte[] RESET = "\u0018\u001bc\u001b[?25h".getBytes(US_ASCII);

    /** Number of output bytes that a session keeps after it has had no viewer for long: a few screens of text. */
    private static final int IDLE_REPLAY = 32 * 1024;

    private final TerminalKey key;
    private final TerminalProperties properties;
    private final Clock clock;
    private final Shell shell;

    private final Guard guard = new Guard();
    private final Replay replay;
    private final ReadAhead pace;
    private final FloodShare.Member share;
    private final Viewers audience;
    private final OutputListener recording;
    private final LostNodes lost;
    private final boolean followsLoss;
    private @Nullable FromServer ending;
    private boolean open;
    private long epoch;
    private TerminalSize size;

    TerminalSession(TerminalKey key, long epoch, TerminalSize size, Sessions.SessionContext context) {
        this.key = key;
        this.epoch = epoch;
        this.size = size;
        this.properties = context.properties();
        this.clock = context.clock();
        this.replay = new Replay((int) properties.replayBuffer().toBytes(), size);
        var window = (int) properties.window().toBytes();
        this.pace = new ReadAhead(guard.newCondition(), window, properties.holdFor());
        this.share = context.floods().join();
        this.audience = new Viewers(pace, clock, this::setSize);
        this.recording = context.recorder().begin(key, size);
        this.lost = context.lost();
        this.followsLoss = lost.contains(key);
        this.shell = new Shell(this, context.streams().node(key.sandbox(), key.node()));
    }

    /** Opens the shell on the first call. */
    void start() {
        shell.start(Optional.of(size()));
    }

    /** Resumes a running shell with its own size. */
    void resume() {
        shell.start(Optional.empty());
    }

    TerminalKey key() {
        return key;
    }

    /** Returns the epoch. The caller holds the lock. */
    long epoch() {
        return epoch;
    }

    Condition newCondition() {
        return guard.newCondition();
    }

    /**
     * Adds a viewer, which replaces an earlier connection of the same viewer. Returns empty if the session has ended.
     */
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

    /**
     * Makes the running program redraw its screen if the driver starts in the middle of the output. The content of the
     * driver's screen would otherwise depend on output that is no longer stored.
     */
    private void redrawFor(Viewer viewer) {
        if (viewer.needsPainting(replay) && audience.isDriver(viewer)) {
            shell.redraw();
        }
    }

    /**
     * Returns whether the node had lost its shells before this session was created, and no event about the cause of the
     * loss had arrived yet.
     */
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

    /**
     * Types input that does not come from a viewer. Returns false if the shell has not read enough of the earlier
     * input.
     */
    boolean type(byte[] bytes, int limit) {
        if (shell.input().waiting() + bytes.length > limit) {
            return false;
        }
        shell.input().offer(bytes, _ -> {});
        return true;
    }

    /**
     * Ends the session. {@link Farewells} defines whether the session notifies its viewers at once or after the last
     * output.
     */
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

    /** Ends the session and its shell. Viewers see the same end as after an exit of the shell. */
    void close() {
        end(new Exit(Shell.STATUS_UNKNOWN));
        shell.kill();
    }

    boolean hasEnded() {
        try (var _ = guard.hold()) {
            return ending != null;
        }
    }

    /** Returns whether the session has ended and all viewers were notified. */
    boolean isOver() {
        try (var _ = guard.hold()) {
            return ending != null && audience.isEmpty();
        }
    }

    /**
     * Asks the viewers for acknowledgements, disconnects viewers that have been silent too long, and frees memory if
     * the session has had no viewer for long. The shell keeps running as long as its sandbox.
     */
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

    // Viewers call the methods below.

    /** Waits for the next frame to a viewer and returns it. Returns empty if the viewer has left. */
    Optional<FromServer> awaitFrame(Viewer viewer) throws InterruptedException {
        try (var _ = guard.hold()) {
            while (!viewer.isGone()) {
                var refusal = viewer.refusal();
                if (refusal.isPresent()) {
                    return refusal;
                }
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

    /** Resets the terminal and makes the running program redraw its screen. */
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

    // The shell calls the methods below.

    TerminalSize size() {
        try (var _ = guard.hold()) {
            return size;
        }
    }

    /**
     * Continues a shell that ran before this session. Takes over the shell's epoch and offset, and its size if no
     * viewer is connected. Calls of {@link #recall} then add the shell's history.
     */
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

    /** Adds output that the shell wrote before this session. An earlier session has already recorded this output. */
    void recall(byte[] bytes) {
        try (var _ = guard.hold()) {
            replay.append(bytes, bytes.length);
        }
    }

    /** Starts live output: from now on the session receives new output, and viewers receive frames. */
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

    /** Waits until flow control allows the next read. Returns false if the session has ended. */
    boolean awaitRead() throws InterruptedException {
        try (var _ = guard.hold()) {
            pace.awaitRoom(replay.output(), () -> ending != null);
            return ending == null;
        }
    }

    /** Changes the size. The caller holds the lock. */
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
