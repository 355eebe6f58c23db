package dev.slipway.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.shared.AttemptId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * Random walks over attempts and their machines: learners, checks, time, an engine that fails, and restarts of the
 * platform. A failure names its seed; a run with that seed repeats the same steps.
 */
@OnBothDatabases
class AttemptWalksTest {
    private static @Nullable WalkedPlatform shared;
    private final Map<AttemptId, Attempt> before = new HashMap<>();
    private final Map<AttemptId, Integer> versions = new HashMap<>();

    @BeforeContainer
    static void start() throws IOException {
        var folder = Files.createTempDirectory("slipway-walks");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
        shared = new WalkedPlatform(UUID.randomUUID().toString(), folder);
    }

    @AfterContainer
    static void stop() {
        platform().close();
    }

    @Provide
    Arbitrary<List<WalkStep>> walks() {
        return WalkStep.any().list().ofSize(60);
    }

    @Property(tries = 5, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void attemptsKeepTheirRulesAndGetTheirMachines(@ForAll("walks") List<WalkStep> walk) throws Exception {
        var platform = platform();
        platform.welcomeNewLearners();

        for (var step : walk) {
            platform.take(step);
            platform.attempts().forEach(this::keepsItsRules);
        }

        platform.settle();
        platform.attempts().forEach(this::keepsItsRules);
        databaseAndEngineAgree();
        restartThoseWithoutMachines();
        platform.attempts().forEach(AttemptWalksTest::endNow);
        platform.settle();
        assertThat(platform.engine.sandboxes()).isEmpty();
        assertThat(platform.running().watched()).isEmpty();
    }

    /** Asserts the rules that hold after each step. */
    private void keepsItsRules(Attempt now) {
        assertThat(now.progress().score()).isBetween(0, now.progress().maxScore());
        assertThat(now.extensionsLeft()).isBetween(0, 2);
        var machines = now.sandbox().orElseThrow();
        assertThat(now.progress().tasks())
                .filteredOn(TaskProgress::passed)
                .allMatch(task -> platform().wasDone(machines, task.task()), "passed on the present machines");
        if (machines.state() instanceof SandboxState.Failed(var cause)) {
            assertThat(cause).isNotBlank();
        }
        var announced = platform().running().get(RunningAttempts.Versions.class).of(now.id());
        assertThat(announced).isSorted();
        var was = before.put(now.id(), now);
        var version = announced.isEmpty() ? null : versions.put(now.id(), announced.getLast());
        if (was != null) {
            follows(was, now);
            if (version != null && !stored(was).equals(stored(now))) {
                assertThat(announced.getLast()).isGreaterThan(version);
            }
        }
    }

    private static void follows(Attempt was, Attempt now) {
        assertThat(hints(now))
                .allSatisfy((task, taken) -> assertThat(taken)
                        .as("hints taken of %s", task)
                        .isGreaterThanOrEqualTo(
                                Objects.requireNonNull(hints(was).get(task))));
        if (!was.isOpen()) {
            assertThat(stored(now)).isEqualTo(stored(was));
        }
    }

    private static Map<TaskId, Integer> hints(Attempt attempt) {
        var hints = new HashMap<TaskId, Integer>();
        attempt.progress().tasks().forEach(task -> hints.put(task.task(), task.hintsTaken()));
        return hints;
    }

    /** Returns the fields that the attempt itself stores. */
    private static List<Object> stored(Attempt attempt) {
        return List.of(attempt.lifetime(), attempt.progress(), attempt.extensionsLeft());
    }

    /** Asserts that database and engine agree after all work is done. */
    private static void databaseAndEngineAgree() {
        var platform = platform();
        var open = platform.sandboxes().open();
        var own = platform.attempts().stream()
                .filter(Attempt::isOpen)
                .flatMap(attempt -> attempt.sandbox().stream())
                .toList();
        var made = open.stream().filter(sandbox -> sandbox.state().isUsable()).toList();

        assertThat(own).as("machines of open attempts").allMatch(AttemptWalksTest::isExplained);
        assertThat(own).as("machines of open attempts").containsAll(open);
        assertThat(open)
                .as("open machines after all work is done")
                .allMatch(sandbox -> sandbox.state().isUsable()
                        || (sandbox.state() instanceof SandboxState.Requested && made.size() == WalkedPlatform.PLACES));
        assertThat(platform.engine.sandboxes())
                .containsExactlyInAnyOrderElementsOf(
                        made.stream().map(sandbox -> sandbox.id().value()).toList());
        assertThat(platform.running().watched().values())
                .extracting(plan -> plan.sandbox())
                .containsExactlyInAnyOrderElementsOf(
                        made.stream().map(Sandbox::id).toList());
    }

    private static boolean isExplained(Sandbox machines) {
        return switch (machines.state()) {
            case SandboxState.Ended(var reason) -> reason == EndReason.LOST;
            case SandboxState.Ending() -> false;
            case SandboxState.Requested _, SandboxState.Provisioning _, SandboxState.Ready() -> true;
            case SandboxState.Frozen(), SandboxState.Failed _ -> true;
        };
    }

    private static void restartThoseWithoutMachines() throws Exception {
        var platform = platform();
        // After this time the allowance for starts has refilled.
        platform.clock.advance(Duration.ofMinutes(10));
        for (var attempt : platform.attempts()) {
            if (attempt.isOpen() && attempt.sandbox().orElseThrow().state().isOver() && hasNoOther(attempt)) {
                assertThatNoException()
                        .isThrownBy(() -> platform.running().attempts().restart(attempt.learner(), attempt.id()));
                assertThat(platform.sandboxes()
                                .findLatest(attempt.id())
                                .orElseThrow()
                                .state()
                                .isOver())
                        .isFalse();
            }
        }
    }

    /** Returns whether the learner has no other sandbox. */
    private static boolean hasNoOther(Attempt attempt) {
        return platform().sandboxes().open().stream()
                .noneMatch(open -> open.owner().equals(attempt.learner()));
    }

    private static void endNow(Attempt attempt) {
        platform().running().attempts().end(attempt.learner(), attempt.id());
    }

    private static WalkedPlatform platform() {
        return Objects.requireNonNull(shared);
    }
}
