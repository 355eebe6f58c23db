package dev.slipway.check.gather;

import dev.slipway.check.CheckProperties;
import dev.slipway.check.fact.AnswerFact;
import dev.slipway.check.fact.Remembered;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Observes all nodes of an attempt. One wave is open at a time; any thread may call the other methods.
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

    /**
     * Starts to follow the nodes' events. Called once, before {@link #wave}.
     *
     * @param since when the attempt began; earlier events do not belong to the attempt
     * @param remembered events that the attempt's tasks look for
     * @param changed called, on any thread, when an event shows that facts may have changed
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

    /** Begins a wave. The caller gathers facts in the wave, and must close it afterwards. */
    public Wave wave() {
        var time = new TimeBudget(properties.waveTimeout(), properties.callTimeout());
        var begun = new HashMap<NodeName, NodeWave>();
        nodes.forEach((name, node) -> begun.put(name, node.wave(new Allowance(time, memory.share()))));
        return new Wave(begun, this::answered, clock);
    }

    private AnswerFact answered(TaskId task) {
        return new AnswerFact(Optional.ofNullable(answers.get(task)));
    }

    /** Stores the learner's answer to a task. */
    public void answer(TaskId task, String value) {
        answers.put(task, value);
    }

    /**
     * Discards the events and files that were read from a node's previous engine. Called after the node was recreated.
     */
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
