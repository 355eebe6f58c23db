package dev.slipway.engine.docker;

import dev.slipway.engine.EngineException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a container again and again while it is being removed. The engine kills it once and then waits twelve seconds in
 * vain for a node that was being paused and whose processes move in and out of frozen groups of their own. Each kill
 * thaws those groups first (see the runtime of the nodes), and by the second one nothing is left that freezes them.
 */
final class KillAgain implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KillAgain.class);

    /** A removal takes a quarter of a second, on a busy machine one or two. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final CountDownLatch removed = new CountDownLatch(1);
    private final EngineApi api;
    private final String container;

    private KillAgain(EngineApi api, String container) {
        this.api = api;
        this.container = container;
    }

    static KillAgain untilRemoved(EngineApi api, String container) {
        var killing = new KillAgain(api, container);
        Thread.ofVirtual().name("kill-again").start(killing::run);
        return killing;
    }

    private void run() {
        try {
            while (!removed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        try {
            api.call(
                    "kill node " + container,
                    PAUSE,
                    docker -> docker.killContainerCmd(container).exec());
        } catch (EngineException e) {
            // It has died, or the removal says what is wrong.
            log.debug("not killed again container={} cause={}", container, e.getMessage());
        }
    }

    @Override
    public void close() {
        removed.countDown();
    }
}
