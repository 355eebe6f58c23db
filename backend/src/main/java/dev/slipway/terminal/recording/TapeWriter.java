package dev.slipway.terminal.recording;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.RecordingProperties;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.wire.Frame.FromServer;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Writes all tapes to disk on a thread of its own, so that a slow disk delays recordings but never terminals. Any
 * thread may add a tape; only the writer's thread writes the events of the tapes.
 */
@Component
final class TapeWriter implements Recorder, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TapeWriter.class);

    /**
     * Interval at which queued events are written. If the platform is killed, recordings lack the output of about this
     * interval and of the time that a write takes.
     */
    private static final Duration PERIOD = Duration.ofMillis(500);

    /** Timeout for the last write before the platform stops; a healthy disk needs less for the queued events. */
    private static final Duration LAST_TURN = Duration.ofSeconds(5);

    private final RecordingFolder folder;
    private final RecordingProperties properties;
    private final Clock clock;
    private final Queue<Reel> reels = new ConcurrentLinkedQueue<>();
    private final Semaphore hurry = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    TapeWriter(RecordingFolder folder, RecordingProperties properties, Clock clock) {
        this.folder = folder;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public OutputListener begin(TerminalKey terminal, TerminalSize size) {
        if (!properties.enabled()) {
            return Silence.LISTENER;
        }
        var tape = new Tape(terminal, size, clock, hurry::release);
        reels.add(new Reel(tape, folder, properties));
        return tape;
    }

    void mark(SandboxId sandbox, String label) {
        reels.stream()
                .map(reel -> reel.tape)
                .filter(tape -> tape.belongsTo(sandbox))
                .forEach(tape -> tape.mark(label));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("recording-writer").start(this::run);
    }

    /**
     * Called after the sessions have ended, because {@code Housekeeping} ends them in an earlier phase of the shutdown.
     */
    @Override
    public void stop() {
        var writing = thread;
        running = false;
        if (writing == null) {
            return;
        }
        hurry.release();
        try {
            writing.join(LAST_TURN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        try {
            while (running) {
                if (hurry.tryAcquire(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                    hurry.drainPermits();
                }
                turn();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        turn();
        reels.forEach(Reel::close);
    }

    private void turn() {
        reels.removeIf(reel -> {
            try {
                return !reel.turn();
            } catch (RuntimeException failure) {
                log.error("recording failed terminal={}", reel.tape.terminal(), failure);
                reel.tape.abandon();
                reel.close();
                return true;
            }
        });
    }

    /** Listener that ignores everything. It is used if recording is disabled. */
    private enum Silence implements OutputListener {
        LISTENER;

        @Override
        public void output(byte[] bytes, int length) {}

        @Override
        public void resized(TerminalSize size) {}

        @Override
        public void ended(FromServer how) {}
    }
}
