package dev.slipway.check.gather;

import dev.slipway.check.CheckProperties;
import dev.slipway.check.fact.AnswerFact;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Observed;
import dev.slipway.check.fact.Remembered;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers facts about all nodes of an attempt. One thread at a time may gather; any thread may call the other methods.
 */
public final class Observer implements AutoCloseable {
    private final Map<NodeName, NodeObserver> nodes = new HashMap<>();
    private final Map<TaskId, String> answers = new ConcurrentHashMap<>();
    private final NodeStreams streams;
    private final NodeEvents events;
    private final CheckProperties properties;
    private final MemoryBudget memory;
    private final Clock clock;

    /** @param memory the limit for the memory of responses, which all observers share */
    public Observer(
            NodeStreams streams, NodeEvents events, CheckProperties properties, MemoryBudget memory, Clock clock) {
        this.streams = streams;
        this.events = events;
        this.properties = properties;
        this.memory = memory;
        this.clock = clock;
    }

    /** Facts, and the memory that is accounted for them until they are closed. */
    public record Gathered(Facts facts, List<MemoryBudget.Share> memory) implements AutoCloseable {
        public Gathered {
            memory = List.copyOf(memory);
        }

        @Override
        public void close() {
            memory.forEach(MemoryBudget.Share::close);
        }
    }

    /**
     * Starts to follow the nodes' events. Called once, before {@link #gather}.
     *
     * @param since when the attempt began; earlier events do not belong to it
     * @param remembered events that the attempt's tasks look for
     * @param changed called on any thread when something may have changed
     */
    public void start(
            SandboxId sandbox,
            Collection<NodeName> names,
            Instant since,
            List<Remembered> remembered,
            Runnable changed) {
        for (var name : names) {
            var access = new NodeAccess(streams.node(sandbox, name), sandbox, name);
            var wanted = remembered.stream()
                    .filter(events -> events.node().equals(name))
                    .map(Remembered::events)
                    .toList();
            var log = new EventLog(properties.eventLimit(), since, wanted);
            nodes.put(name, new NodeObserver(access, properties, new EventRecorder(log, clock, changed), log));
        }
        nodes.values().forEach(node -> node.start(events));
    }

    /**
     * Gathers facts from all nodes concurrently.
     *
     * @throws dev.slipway.shared.UserFacingException if the sandbox is not ready
     */
    public Gathered gather(Collection<FactNeed<?>> needs) {
        var time = new TimeBudget(properties.waveTimeout(), properties.callTimeout());
        var gathered = new HashMap<FactNeed<?>, Observed<?>>();
        var byNode = needs.stream()
                .filter(need -> !(need instanceof FactNeed.Answer))
                .collect(Collectors.groupingBy(FactNeed::node));
        needs.stream()
                .flatMap(need -> need instanceof FactNeed.Answer answer ? Stream.of(answer) : Stream.empty())
                .forEach(answer -> gathered.put(answer, new Observed.Seen<>(answered(answer.task()))));
        var allowances = byNode.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), _ -> new Allowance(time, memory.share())));
        try {
            if (byNode.size() == 1) {
                byNode.forEach((node, wanted) -> gathered.putAll(observe(node, wanted, allowances.get(node))));
            } else {
                gathered.putAll(concurrently(byNode, allowances));
            }
            var shares = allowances.values().stream().map(Allowance::memory).toList();
            return new Gathered(Facts.of(clock.instant(), gathered), shares);
        } catch (RuntimeException e) {
            allowances.values().forEach(allowance -> allowance.memory().close());
            throw e;
        }
    }

    private AnswerFact answered(TaskId task) {
        return new AnswerFact(Optional.ofNullable(answers.get(task)));
    }

    /** Stores the learner's answer to a task. */
    public void answer(TaskId task, String value) {
        answers.put(task, value);
    }

    private Map<FactNeed<?>, Observed<?>> concurrently(
            Map<NodeName, List<FactNeed<?>>> byNode, Map<NodeName, Allowance> allowances) {
        var gathered = new HashMap<FactNeed<?>, Observed<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = new ArrayList<Future<Map<FactNeed<?>, Observed<?>>>>();
            byNode.forEach(
                    (node, wanted) -> pending.add(threads.submit(() -> observe(node, wanted, allowances.get(node)))));
            for (var future : pending) {
                gathered.putAll(future.get());
            }
            return gathered;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while gathering facts", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Map<FactNeed<?>, Observed<?>> observe(
            NodeName node, List<FactNeed<?>> needs, @Nullable Allowance allowance) {
        var observer = nodes.get(node);
        return observer == null || allowance == null ? Map.of() : observer.observe(needs, allowance);
    }

    /** Clears what is known about a node's engine after the node was recreated. */
    public void replaced(NodeName node) {
        var observer = nodes.get(node);
        if (observer != null) {
            observer.replaced(clock.instant());
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(NodeObserver::close);
    }
}
