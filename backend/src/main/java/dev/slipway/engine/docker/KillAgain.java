package dev.slipway.engine.docker;

import dev.slipway.engine.EngineException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills a container repeatedly until it is removed. When the engine removes a container, it kills the container only
 * once and then waits twelve seconds. One kill is not enough for a node that was being paused while its processes moved
 * into and out of cgroups that they had frozen themselves, because a process in a frozen cgroup cannot be killed. The
 * runtime of the nodes thaws those cgroups before each kill; at the second kill, no process is left that freezes them
 * again.
 */
final class KillAgain implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(KillAgain.class);

    /**
     * Interval of the kills, longer than most removals. A removal takes a quarter of a second, and one or two seconds
     * on a busy machine.
     */
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
            // Either the container has already stopped, or the call that removes it reports the error too.
            log.debug("repeated kill failed container={} cause={}", container, e.getMessage());
        }
    }

    @Override
    public void close() {
        removed.countDown();
    }
}
