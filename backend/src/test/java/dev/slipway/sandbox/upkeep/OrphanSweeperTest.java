package dev.slipway.sandbox.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.Ready;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Engine objects that belong to no open sandbox. */
class OrphanSweeperTest extends SandboxModuleTest {
    @Test
    void sweepsOrphansSeenTwiceAndNothingElse() {
        var sandbox = readySandbox();
        engine.createVolume("orphan", Map.of("dev.slipway.instance", "main", "dev.slipway.sandbox", "zzzzzzzz"));
        engine.createVolume("foreign", Map.of("owner", "another program"));
        running.clock().advance(Duration.ofDays(3650));

        running.sweep();
        assertThat(engine.volumes(Map.of())).extracting("name").contains("orphan");
        running.sweep();

        await().untilAsserted(() -> assertThat(engine.volumes(Map.of()))
                .extracting("name")
                .contains("foreign")
                .doesNotContain("orphan"));
        assertThat(find(sandbox).state()).isEqualTo(new Ready());
        assertThat(engine.nodes(Map.of())).hasSize(1);
    }

    @Test
    void triesLessAndLessOftenWhatTheEngineDoesNotLetGo() {
        var tries = new AtomicInteger();
        engine.beforeEachRemoval((call, name) -> {
            if (name.equals("stuck")) {
                tries.incrementAndGet();
                throw new EngineException(Reason.TIMED_OUT, "no answer");
            }
        });
        orphan("stuck", "zzzzzzz1");
        running.clock().advance(Duration.ofDays(1));

        for (var sweep = 0; sweep < 120; sweep++) {
            running.sweep();
            await().until(() -> running.get(OrphanSweeper.class).isIdle());
            running.clock().advance(Duration.ofSeconds(30));
        }

        assertThat(tries).hasValueBetween(4, 9);
    }

    @Test
    void oneOrphanThatHangsKeepsNoneOfTheOthers() {
        var hanging = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        engine.beforeEachRemoval((call, name) -> {
            if (name.equals("hangs")) {
                hanging.countDown();
                awaitLatch(released);
            }
        });
        orphan("hangs", "zzzzzzz2");
        orphan("fine", "zzzzzzz3");
        running.clock().advance(Duration.ofDays(1));

        running.sweep();
        running.sweep();

        await().untilAsserted(() ->
                assertThat(engine.volumes(OURS)).extracting("name").containsExactly("hangs"));
        assertThat(hanging.getCount()).isZero();
        released.countDown();
        await().untilAsserted(() -> assertThat(engine.volumes(OURS)).isEmpty());
    }

    @Test
    void anObjectWithALabelThatIsNoIdStopsNoSweep() {
        orphan("odd", "../../etc");
        orphan("fine", "zzzzzzz4");
        running.clock().advance(Duration.ofDays(1));

        running.sweep();
        running.sweep();

        await().untilAsserted(() ->
                assertThat(engine.volumes(OURS)).extracting("name").containsExactly("odd"));
        engine.removeVolume("odd");
    }

    private void orphan(String volume, String sandbox) {
        engine.createVolume(volume, Map.of("dev.slipway.instance", "main", "dev.slipway.sandbox", sandbox));
    }
}
