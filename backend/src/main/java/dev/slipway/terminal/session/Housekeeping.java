package dev.slipway.terminal.session;

import dev.slipway.terminal.TerminalError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after the sessions each second, and tells all viewers when the platform stops. Guarded by its own monitor. */
@Component
final class Housekeeping implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Sessions sessions;
    private @Nullable Thread worker;

    Housekeeping(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public synchronized void start() {
        worker = Thread.ofVirtual().name("terminal-housekeeping").start(this::run);
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.interrupt();
            worker = null;
        }
        sessions.endAll(TerminalError.PLATFORM_STOPPING);
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                tick();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        try {
            sessions.tick();
        } catch (RuntimeException failure) {
            log.error("terminal housekeeping failed", failure);
        }
    }
}
