package dev.slipway.check.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.CheckPlan;
import dev.slipway.check.CheckProperties;
import dev.slipway.check.Evaluation;
import dev.slipway.check.Verdict;
import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.LabBuilder;
import dev.slipway.lab.PassRule;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.OpenSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SandboxSamples;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.events.SomeNodeEvents;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.data.domain.Pageable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** A runner of checks with one sandbox, and the verdicts that it has published. */
final class Watching implements AutoCloseable {
    static final NodeName NODE = new NodeName("node1");
    static final SandboxId SANDBOX = new SandboxId("abcd1234");
    static final AttemptId ATTEMPT = new AttemptId(UUID.randomUUID());
    static final TaskId FIRST = new TaskId("first");
    static final TaskId SECOND = new TaskId("second");

    /** Reconciles so rarely that a passing test proves another cause of its waves. */
    static final CheckProperties RARELY = properties(Duration.ofMinutes(10));

    static final Verdict PASSED = new Verdict.Passed();
    static final Task RUNS = task(FIRST, "container.running", "{'name': 'web'}");
    static final Task PUBLISHES =
            task(FIRST, "container.publishes", "{'name': 'web', 'host': '${PORT}', 'container': 80}");
    static final Task STOPPED = task(FIRST, "event.seen", "{'type': 'container', 'action': 'stop', 'name': 'web'}");

    final List<Evaluation> published = new CopyOnWriteArrayList<>();
    final CheckRunner checks;
    private volatile SandboxState state = new SandboxState.Ready();
    private volatile Consumer<Evaluation> listener = evaluation -> {};

    Watching(NodeStreams streams, CheckProperties properties) {
        this(streams, SomeNodeEvents.of(streams), properties);
    }

    Watching(NodeStreams streams, NodeEvents events, CheckProperties properties) {
        checks = new CheckRunner(
                streams,
                events,
                new OneSandbox(),
                evaluation -> {
                    listener.accept(evaluation);
                    published.add(evaluation);
                },
                properties,
                new MemoryBudget(DataSize.ofMegabytes(32)),
                Clock.systemUTC());
    }

    static CheckProperties properties(Duration reconcile) {
        return new CheckProperties(
                Duration.ofMillis(40),
                Duration.ofMillis(150),
                reconcile,
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                4,
                DataSize.ofMegabytes(1),
                DataSize.ofKilobytes(16),
                100);
    }

    void listener(Consumer<Evaluation> next) {
        listener = next;
    }

    /** Changes the sandbox's state and notifies the runner, as the sandbox module does. */
    void sandboxIs(SandboxState next) {
        state = next;
        checks.sandboxChanged(SANDBOX);
    }

    void sandboxWas(SandboxState before) {
        state = before;
    }

    void watch(Task... tasks) {
        watch(Set.of(), tasks);
    }

    void watch(Set<TaskId> passed, Task... tasks) {
        checks.watch(plan(ATTEMPT, SANDBOX, passed, tasks));
    }

    static CheckPlan plan(AttemptId attempt, SandboxId sandbox, Set<TaskId> passed, Task... tasks) {
        var lab = LabBuilder.aLab("sample").nodes(NODE).tasks(tasks).build();
        return new CheckPlan(attempt, sandbox, lab, Map.of("PORT", "8080"), Map.of(), passed);
    }

    List<Verdict> verdicts(TaskId task) {
        return published.stream()
                .filter(event -> event.task().equals(task))
                .map(Evaluation::verdict)
                .toList();
    }

    /** Waits until the first task has exactly these verdicts. */
    void awaitVerdicts(Verdict... verdicts) {
        await().untilAsserted(() -> assertThat(verdicts(FIRST)).containsExactly(verdicts));
    }

    /** Waits until the first task's last verdict is of that type. */
    void awaitLast(Class<? extends Verdict> type) {
        await().untilAsserted(() -> assertThat(verdicts(FIRST)).last().isInstanceOf(type));
    }

    static Task task(TaskId id, String kind, String json) {
        return task(id, PassRule.Mode.LATCH, Duration.ZERO, List.of(), kind, json);
    }

    static Task task(TaskId id, PassRule.Mode mode, Duration hold, List<TaskId> needs, String kind, String json) {
        var arguments = JsonMapper.shared().readTree(json.replace('\'', '"'));
        var source = new AssertionSource(kind, arguments, new SourcePosition("lab.yaml", 1, 1));
        return new Task(id, "Do it", 10, Optional.empty(), needs, List.of(source), new PassRule(mode, hold), List.of());
    }

    private Sandbox sandbox() {
        return new Sandbox(
                SANDBOX,
                ATTEMPT,
                new AccountId(UUID.randomUUID()),
                List.of(SandboxSamples.aMadeNode(NODE)),
                state,
                Instant.now().minusSeconds(60),
                Optional.empty());
    }

    @Override
    public void close() {
        checks.close();
    }

    private final class OneSandbox implements Sandboxes {
        @Override
        public Optional<Sandbox> find(SandboxId id) {
            return Optional.of(sandbox());
        }

        @Override
        public Optional<Sandbox> findLatest(AttemptId attempt) {
            return Optional.of(sandbox());
        }

        @Override
        public List<Sandbox> findAll(AttemptId attempt) {
            return List.of(sandbox());
        }

        @Override
        public List<Sandbox> open() {
            return List.of(sandbox());
        }

        @Override
        public OpenSandboxes open(Pageable page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SandboxSummary> summaries(Collection<SandboxId> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Sandbox request(SandboxRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void active(SandboxId id) {
            throw new UnsupportedOperationException("checks keep nothing awake");
        }

        @Override
        public void awaken(SandboxId id) {
            throw new UnsupportedOperationException("checks keep nothing awake");
        }

        @Override
        public Sandbox extend(SandboxId id, Duration by) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isLive(SandboxId id) {
            return state.isLive();
        }

        @Override
        public boolean isBeingRecreated(SandboxId id, NodeName node) {
            return false;
        }

        @Override
        public void resetNode(SandboxId id, NodeName node) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void end(SandboxId id, SandboxState.EndReason reason) {
            throw new UnsupportedOperationException();
        }
    }
}
