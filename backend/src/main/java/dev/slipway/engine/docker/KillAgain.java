package dev.slipway.engine.docker;

import dev.slipway.engine.EngineException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a container repeatedly until it is removed. The engine kills it once and then waits twelve seconds. That is not
 * enough for a node that was being paused while its processes move into and out of frozen cgroups of their own. Each
 * kill thaws those cgroups first (see the runtime of the nodes), and at the second kill no process is left that freezes
 * them again.
 */
final class KillAgain implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KillAgain.class);

    /** A removal takes a quarter of a second, and one or two seconds on a busy machine. */
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
            // The container has stopped already, or the removal reports the error.
            log.debug("repeated kill failed container={} cause={}", container, e.getMessage());
        }
    }

    @Override
    public void close() {
        removed.countDown();
    }
}
