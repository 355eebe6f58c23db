package dev.slipway.sandbox.lifecycle;

import static dev.slipway.sandbox.SandboxSamples.IDLE;
import static dev.slipway.sandbox.SandboxSamples.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxAlarms;
import dev.slipway.sandbox.SandboxAlarms.Alarm;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An engine that hangs on one sandbox, or cannot remove it, does not affect other sandboxes. */
class StuckSandboxTest extends IdleSandboxTest {
    /** Limit for a clean-up that once took 70 seconds. */
    private static final Duration CLEAN_UP = Duration.ofSeconds(10);

    private static final Map<String, String> OURS = Map.of("dev.slipway.instance", "main");

    @Override
    String[] settings() {
        return new String[] {"--slipway.sandbox.max-total=1", "--slipway.sandbox.starts=1000"};
    }

    @AfterEach
    void letEverythingGo() {
        engine.beforeEachRemoval((call, name) -> {});
        running.get(Leftovers.class).keepOnly(Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"createNetwork", "createVolume", "createNode", "startNode", "run", "open"})
    void anEndDoesNotWaitUntilTheMachinesAreMade(String call) throws InterruptedException {
        var hanging = hangAt(call);
        var sandbox = running.sandboxes().request(aRequest());
        hanging.await();

        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

        awaitEnded(sandbox);
    }

    @Test
    void anEndDoesNotWaitForAFreezeThatTheNodeFights() throws InterruptedException {
        var sandbox = readySandbox();
        var hanging = hangAt("pauseNode");
        running.clock().advance(IDLE);
        look();
        hanging.await();

        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

        awaitEnded(sandbox);
    }

    @Test
    void anEndDoesNotWaitForAThawThatHangs() throws InterruptedException {
        var sandbox = readySandbox();
        freeze(sandbox);
        var hanging = hangAt("unpauseNode");
        running.sandboxes().active(sandbox.id());
        hanging.await();

        running.sandboxes().end(sandbox.id(), EndReason.ENDED_BY_LEARNER);

        awaitEnded(sandbox);
    }

    @Test
    void whatCannotBeRemovedGivesItsPlaceBackAndRaisesAnAlarm() {
        var stuck = readySandbox();
        engine.beforeEachRemoval((call, name) -> {
            if (name.equals(container(stuck))) {
                throw new EngineException(Reason.TIMED_OUT, "remove node: the engine did not answer in time");
            }
        });
        var next = running.sandboxes().request(aRequest());
        running.sandboxes().end(stuck.id(), EndReason.ENDED_BY_LEARNER);
        await().until(() -> !running.get(SandboxWorkers.class).isBusy(stuck.id()));
        assertThat(alarms()).isEmpty();

        running.get(Reconciler.class).reconcile();

        await().untilAsserted(() -> assertThat(find(next).state()).isEqualTo(new Ready()));
        assertThat(find(stuck).state()).isEqualTo(new Ended(EndReason.ENDED_BY_LEARNER));
        assertThat(alarms()).singleElement().satisfies(alarm -> {
            assertThat(alarm.sandbox()).isEqualTo(stuck.id());
            assertThat(alarm.cause()).contains("did not answer in time");
        });
        // The removal is retried with growing pauses, and the alarm ends after the engine can remove the sandbox.
        engine.beforeEachRemoval((call, name) -> {});
        running.clock().advance(Duration.ofDays(1));
        sweepTwice();
        await().untilAsserted(() -> assertThat(alarms()).isEmpty());
        assertThat(engine.nodes(OURS)).extracting("name").doesNotContain(container(stuck));
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
            running.get(OrphanSweeper.class).sweep();
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

        sweepTwice();

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

        sweepTwice();

        await().untilAsserted(() ->
                assertThat(engine.volumes(OURS)).extracting("name").containsExactly("odd"));
        engine.removeVolume("odd");
    }

    @Test
    void aPlaceThatAFailureFreesGoesToTheNextAtOnce() throws InterruptedException {
        var hanging = hangAt("createNode");
        running.sandboxes().request(aRequest());
        hanging.await();
        var next = running.sandboxes().request(aRequest());

        refuse();

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(find(next).state()).isEqualTo(new Ready()));
    }

    @Test
    void whoGivesUpWaitingIsOverAtOnceAndTheOthersMoveUp() {
        readySandbox();
        running.clock().advance(Duration.ofSeconds(1));
        var second = running.sandboxes().request(aRequest());
        running.clock().advance(Duration.ofSeconds(1));
        var third = running.sandboxes().request(aRequest());
        assertThat(find(third).state()).isEqualTo(new Requested(2));

        running.sandboxes().end(second.id(), EndReason.ENDED_BY_LEARNER);

        assertThat(find(second).state()).isEqualTo(new Ended(EndReason.ENDED_BY_LEARNER));
        await().until(() -> running.announced().contains(new Requested(1)));
        assertThat(find(third).state()).isEqualTo(new Requested(1));
    }

    private final CountDownLatch refused = new CountDownLatch(1);

    /** Lets a call hang as on an engine that does not answer; the returned latch opens when the call is reached. */
    private CountDownLatch hangAt(String call) {
        var reached = new CountDownLatch(1);
        engine.beforeEachCall(name -> {
            if (name.equals(call)) {
                reached.countDown();
                awaitLatch(refused);
                throw new EngineException(Reason.REFUSED, "no");
            }
        });
        return reached;
    }

    private void refuse() {
        engine.beforeEachCall(name -> {});
        refused.countDown();
    }

    private void awaitEnded(Sandbox sandbox) {
        await().atMost(CLEAN_UP).untilAsserted(() -> {
            assertThat(find(sandbox).state()).isEqualTo(new Ended(EndReason.ENDED_BY_LEARNER));
            assertThat(engine.nodes(OURS)).isEmpty();
        });
    }

    private void orphan(String volume, String sandbox) {
        engine.createVolume(volume, Map.of("dev.slipway.instance", "main", "dev.slipway.sandbox", sandbox));
    }

    private void sweepTwice() {
        running.get(OrphanSweeper.class).sweep();
        running.get(OrphanSweeper.class).sweep();
    }

    private List<Alarm> alarms() {
        return running.get(SandboxAlarms.class).current();
    }
}
