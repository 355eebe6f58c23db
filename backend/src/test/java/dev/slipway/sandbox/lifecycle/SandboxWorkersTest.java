package dev.slipway.sandbox.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.shared.SandboxId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxWorkersTest {
    private static final SandboxId SANDBOX = new SandboxId("abcd1234");
    private static final int PIECES = 2000;

    private final SandboxWorkers workers = new SandboxWorkers();

    @AfterEach
    void stop() {
        workers.stop();
    }

    @Test
    void isBusyFromTheStartOfAPieceOfWorkUntilItsEnd() {
        var end = new CountDownLatch(1);

        workers.start(SANDBOX, () -> awaitUncut(end));

        assertThat(workers.isBusy(SANDBOX)).isTrue();
        assertThat(workers.isIdle()).isFalse();
        end.countDown();
        await().until(workers::isIdle);
        assertThat(workers.isBusy(SANDBOX)).isFalse();
    }

    @Test
    void isIdleAfterWorkThatFailed() {
        workers.start(SANDBOX, () -> {
            throw new IllegalStateException("thrown by the test");
        });

        await().until(workers::isIdle);
    }

    @Test
    void doesOnePieceOfWorkAtATimeAlsoWhenTheLastOneHasJustEnded() {
        var atOnce = new AtomicInteger();
        var counts = new CopyOnWriteArrayList<Integer>();

        IntStream.range(0, PIECES)
                .parallel()
                .forEach(_ -> workers.start(SANDBOX, () -> {
                    counts.add(atOnce.incrementAndGet());
                    Thread.onSpinWait();
                    atOnce.decrementAndGet();
                }));

        await().until(workers::isIdle);
        assertThat(counts).hasSize(PIECES).containsOnly(1);
    }

    @Test
    void cutsShortTheWorkThatIsUnderWayAndTheWorkThatWaits() {
        var done = new CopyOnWriteArrayList<String>();
        var begun = new CountDownLatch(1);
        workers.start(SANDBOX, () -> {
            workers.onEngine(SANDBOX, () -> {
                begun.countDown();
                awaitInterrupt();
            });
            done.add("under way");
        });
        awaitUncut(begun);
        workers.start(SANDBOX, () -> {
            workers.onEngine(SANDBOX, () -> {});
            done.add("waiting");
        });

        workers.startInstead(SANDBOX, () -> workers.onEngine(SANDBOX, () -> done.add("instead")));

        await().until(workers::isIdle);
        assertThat(done).isEqualTo(List.of("instead"));
    }

    private static void awaitUncut(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits as an engine call does, which an interrupt ends with an exception. */
    private static void awaitInterrupt() {
        awaitUncut(new CountDownLatch(1));
    }
}
