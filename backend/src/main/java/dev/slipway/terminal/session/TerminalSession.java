package dev.slipway.terminal.session;

import dev.slipway.engine.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.ProtocolException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One shell's output and the viewers of it. The driver sets the shell's size and the pace at which the node is read;
 * everybody else follows, or misses a part and is told so. Everything here and in the viewers is guarded by one lock,
 * which is never held while the node or a browser is read or written.
 */
final class TerminalSession {
    private final TerminalKey key;
    private final long epoch;
    private final TerminalProperties properties;
    private final Clock clock;
    private final Shell shell;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mayRead = lock.newCondition();
    private final OutputBuffer output;
    private final Audience audience;
    private @Nullable FromServer ending;
    private boolean open;
    private TerminalSize size;

    TerminalSession(TerminalKey key, long epoch, TerminalSize size, Sessions.Surroundings surroundings) {
        this.key = key;
        this.epoch = epoch;
        this.size = size;
        this.properties = surroundings.properties();
        this.clock = surroundings.clock();
        this.output = new OutputBuffer((int) properties.replayBuffer().toBytes());
        this.audience = new Audience(properties.holdFor(), clock.instant());
        this.shell = new Shell(this, surroundings.streams());
    }

    void start() {
        shell.start();
    }

    TerminalKey key() {
        return key;
    }

    long epoch() {
        return epoch;
    }

    Condition newCondition() {
        return lock.newCondition();
    }

    /** Adds a viewer, in place of an earlier connection of the same one; empty if the session has ended. */
    Optional<Viewer> attach(AccountId account, Hello hello, ViewerLink link) throws ProtocolException {
        lock.lock();
        try {
            if (ending != null) {
                return Optional.empty();
            }
            var id = new Viewer.Id(account, hello.viewer());
            var viewer = new Viewer(this, id, link, hello, clock.instant());
            var from = startFor(hello);
            var earlier = audience.find(id);
            var drives = audience.driver().isEmpty() || earlier.equals(audience.driver());
            earlier.ifPresent(other -> leave(other, closed(TerminalError.CONNECTED_ANEW)));
            audience.add(viewer);
            viewer.startAt(from, audience.acceptedBefore(id));
            if (drives) {
                drive(viewer);
            }
            viewer.startSending();
            return Optional.of(viewer);
        } finally {
            lock.unlock();
        }
    }

    private long startFor(Hello hello) throws ProtocolException {
        var resume = hello.resume().filter(position -> position.epoch() == epoch);
        if (resume.isEmpty()) {
            return output.entry();
        }
        var offset = resume.get().offset();
        if (offset > output.end()) {
            throw new ProtocolException("resumes after the end");
        }
        return offset;
    }

    /** Waits for what this viewer is to be told next; empty when it has left. */
    Optional<FromServer> awaitFrame(Viewer viewer) throws InterruptedException {
        lock.lock();
        try {
            while (!viewer.isGone()) {
                if (open || ending != null) {
                    var frame = viewer.nextFrame(output, window());
                    if (frame.isPresent()) {
                        return frame;
                    }
                    if (ending != null && viewer.hasAll(output)) {
                        viewer.farewell(ending);
                        continue;
                    }
                }
                viewer.news().await();
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void input(Viewer viewer, long offset, ByteBuffer bytes) throws ProtocolException {
        lock.lock();
        try {
            if (ending != null || !audience.contains(viewer)) {
                return;
            }
            viewer.heard(clock.instant());
            var known = viewer.accept(
                    offset, bytes.remaining(), properties.inputWindow().toBytes());
            if (!audience.isDriver(viewer)) {
                drive(viewer);
            }
            var fresh = new byte[bytes.remaining() - known];
            bytes.get(bytes.position() + known, fresh);
            shell.input().offer(fresh, count -> took(viewer, count));
        } finally {
            lock.unlock();
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

    private void took(Viewer viewer, int count) {
        lock.lock();
        try {
            viewer.took(count);
        } finally {
            lock.unlock();
        }
    }

    void acknowledged(Viewer viewer, long offset) throws ProtocolException {
        lock.lock();
        try {
            viewer.heard(clock.instant());
            viewer.acknowledge(offset);
            viewer.tell();
            mayRead.signal();
        } finally {
            lock.unlock();
        }
    }

    void resize(Viewer viewer, TerminalSize newSize) {
        lock.lock();
        try {
            viewer.heard(clock.instant());
            viewer.size(newSize);
            if (audience.isDriver(viewer)) {
                setSize(newSize);
            }
        } finally {
            lock.unlock();
        }
    }

    void detach(Viewer viewer) {
        lock.lock();
        try {
            viewer.leave();
            depart(viewer);
        } finally {
            lock.unlock();
        }
    }

    void dismiss(Viewer viewer, TerminalError reason) {
        lock.lock();
        try {
            leave(viewer, closed(reason));
        } finally {
            lock.unlock();
        }
    }

    void disconnect(AccountId account, TerminalError reason) {
        lock.lock();
        try {
            audience.of(account).forEach(viewer -> leave(viewer, closed(reason)));
        } finally {
            lock.unlock();
        }
    }

    int connections(AccountId account) {
        lock.lock();
        try {
            return audience.of(account).size();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the session; an exit is told after the last output, everything else at once. */
    void end(FromServer how) {
        lock.lock();
        try {
            if (ending != null) {
                return;
            }
            ending = how;
            mayRead.signal();
            for (var viewer : audience.all()) {
                if (how instanceof Exit) {
                    viewer.tell();
                } else {
                    leave(viewer, how);
                }
            }
        } finally {
            lock.unlock();
        }
        shell.close();
    }

    void end(TerminalError reason) {
        end(closed(reason));
    }

    /** Whether it has ended and nobody is left who must be told. */
    boolean isOver() {
        lock.lock();
        try {
            return ending != null && audience.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ending != null;
        } finally {
            lock.unlock();
        }
    }

    /** Asks quiet viewers for a sign of life, drops dead ones, lets go of what waited too long. */
    void tick() {
        var now = clock.instant();
        lock.lock();
        try {
            for (var viewer : audience.all()) {
                if (viewer.silentSince(now.minus(properties.silenceLimit()))) {
                    leave(viewer, closed(TerminalError.CLIENT_SILENT));
                    viewer.cut();
                } else {
                    viewer.askForLife(now, now.minus(properties.alivePeriod()));
                }
            }
            audience.forgetHoldAfter(now);
            mayRead.signal();
            if (!audience.isEmptySince(now.minus(properties.idleLife()))) {
                return;
            }
        } finally {
            lock.unlock();
        }
        end(new Exit(Shell.STATUS_UNKNOWN));
    }

    // What the shell's reader calls.

    void opened() {
        lock.lock();
        try {
            open = true;
            audience.all().forEach(Viewer::tell);
        } finally {
            lock.unlock();
        }
    }

    void add(byte[] bytes, int length) {
        lock.lock();
        try {
            output.append(bytes, length);
            audience.all().forEach(Viewer::tell);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the pace allows to read on; false when the session has ended. */
    boolean awaitRead() throws InterruptedException {
        lock.lock();
        try {
            while (ending == null && output.end() - audience.slowest(output.end()) >= window()) {
                mayRead.await();
            }
            return ending == null;
        } finally {
            lock.unlock();
        }
    }

    TerminalSize size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    // Below: only with the lock held.

    private void drive(Viewer viewer) {
        audience.drive(viewer);
        setSize(viewer.size());
        mayRead.signal();
    }

    private void setSize(TerminalSize newSize) {
        if (!newSize.equals(size)) {
            size = newSize;
            audience.all().forEach(Viewer::tell);
            shell.resize();
        }
    }

    private void leave(Viewer viewer, FromServer farewell) {
        viewer.farewell(farewell);
        depart(viewer);
    }

    private void depart(Viewer viewer) {
        audience.remove(viewer, clock.instant()).ifPresent(this::drive);
    }

    private int window() {
        return (int) properties.window().toBytes();
    }

    private static Closed closed(TerminalError reason) {
        return new Closed(reason, ErrorTexts.text(reason));
    }
}
