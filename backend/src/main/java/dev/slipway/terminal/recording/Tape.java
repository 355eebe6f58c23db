package dev.slipway.terminal.recording;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromServer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Queue of one session's events for the recording. The amount of queued output is limited: output that does not fit is
 * discarded and counted, and the recording contains a marker with the number of lost bytes. The lock guards all fields
 * that change; a thread holds it for a few instructions only.
 */
final class Tape implements OutputListener {
    /**
     * Maximum number of queued bytes. It is enough for the usual output of a session while the disk is slow for a
     * moment, and a hundred full tapes fit into the heap.
     */
    static final int CAPACITY = 1024 * 1024;

    /** Number of queued bytes from which the tape wakes the writer, which otherwise waits for the end of its period. */
    private static final int HURRY = CAPACITY / 8;

    /** Bytes that are counted for each event in addition to its data, so that many tiny events also fill the queue. */
    private static final int OVERHEAD = 64;

    private final TerminalKey terminal;
    private final Clock clock;
    private final Runnable hurry;

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private List<TapeEvent> waiting = new ArrayList<>();

    @GuardedBy("lock")
    private int waitingBytes;

    @GuardedBy("lock")
    private long lost;

    @GuardedBy("lock")
    private boolean begun;

    @GuardedBy("lock")
    private boolean over;

    @GuardedBy("lock")
    private TerminalSize size;

    /** @param hurry wakes the writer; must not block */
    Tape(TerminalKey terminal, TerminalSize size, Clock clock, Runnable hurry) {
        this.terminal = terminal;
        this.size = size;
        this.clock = clock;
        this.hurry = hurry;
    }

    TerminalKey terminal() {
        return terminal;
    }

    boolean belongsTo(SandboxId sandbox) {
        return terminal.sandbox().equals(sandbox);
    }

    @Override
    public void output(byte[] bytes, int length) {
        boolean full;
        lock.lock();
        try {
            if (over || length == 0) {
                return;
            }
            if (!begun) {
                begun = true;
                add(new TapeEvent.Resized(now(), size), 0);
            }
            if (waitingBytes + length + OVERHEAD > CAPACITY) {
                lost += length;
            } else {
                tellLoss();
                add(new TapeEvent.Output(now(), ByteBuffer.wrap(Arrays.copyOf(bytes, length))), length);
            }
            full = waitingBytes >= HURRY;
        } finally {
            lock.unlock();
        }
        if (full) {
            hurry.run();
        }
    }

    @Override
    public void resized(TerminalSize newSize) {
        lock.lock();
        try {
            size = newSize;
            dropLastResize();
            addIfGoingOn(new TapeEvent.Resized(now(), newSize));
        } finally {
            lock.unlock();
        }
    }

    void mark(String label) {
        lock.lock();
        try {
            addIfGoingOn(new TapeEvent.Marked(now(), label));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void ended(FromServer how) {
        lock.lock();
        try {
            tellLoss();
            addIfGoingOn(ending(how));
            over = true;
        } finally {
            lock.unlock();
        }
    }

    /** Discards the queued events and ignores all later ones. */
    void abandon() {
        lock.lock();
        try {
            over = true;
            waiting = new ArrayList<>();
            waitingBytes = 0;
            lost = 0;
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether the session has ended and no event is queued. */
    boolean isDone() {
        lock.lock();
        try {
            return over && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Removes and returns the queued events, in order. */
    List<TapeEvent> take() {
        lock.lock();
        try {
            tellLoss();
            var taken = waiting;
            waiting = new ArrayList<>();
            waitingBytes = 0;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private TapeEvent ending(FromServer how) {
        return switch (how) {
            case Exit(int status) when status >= 0 -> new TapeEvent.Ended(now(), OptionalInt.of(status));
            case Closed(var reason, var _)
            when reason == TerminalError.PLATFORM_STOPPING -> new TapeEvent.Paused(now());
            default -> new TapeEvent.Ended(now(), OptionalInt.empty());
        };
    }

    @GuardedBy("lock")
    private void tellLoss() {
        if (lost > 0) {
            add(new TapeEvent.Lost(now(), lost), 0);
            lost = 0;
        }
    }

    @GuardedBy("lock")
    private void addIfGoingOn(TapeEvent event) {
        if (begun && !over) {
            add(event, 0);
        }
    }

    /** Drops a queued size without output after it, so that a viewer who sends only sizes does not fill the queue. */
    @GuardedBy("lock")
    private void dropLastResize() {
        if (!over && !waiting.isEmpty() && waiting.getLast() instanceof TapeEvent.Resized) {
            waiting.removeLast();
            waitingBytes -= OVERHEAD;
        }
    }

    @GuardedBy("lock")
    private void add(TapeEvent event, int bytes) {
        waiting.add(event);
        waitingBytes += bytes + OVERHEAD;
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
