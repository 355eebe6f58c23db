package dev.slipway.terminal.session;

import dev.slipway.terminal.TerminalError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Runs the sessions' periodic work every second, and ends the sessions when the platform stops. */
@Component
class Housekeeping implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

    private final Sessions sessions;
    private volatile boolean running;

    Housekeeping(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        sessions.endAll(TerminalError.PLATFORM_STOPPING);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tick() {
        try {
            sessions.tick();
        } catch (RuntimeException failure) {
            log.error("terminal housekeeping failed", failure);
        }
    }
}
