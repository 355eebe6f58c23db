package dev.slipway.check.gather;

import dev.slipway.check.fact.AnswerFact;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Observed;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The current wave of an attempt. Facts can be gathered in several steps; the limits for time and memory apply to all
 * steps together, and the memory of the facts counts as used until the wave is closed. For use by one thread.
 */
public final class Wave implements AutoCloseable {
    private final Map<NodeName, NodeWave> nodes;
    private final Function<TaskId, AnswerFact> answers;
    private final Clock clock;

    Wave(Map<NodeName, NodeWave> nodes, Function<TaskId, AnswerFact> answers, Clock clock) {
        this.nodes = nodes;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * Gathers facts from all nodes concurrently.
     *
     * @throws dev.slipway.shared.UserFacingException if the sandbox is not ready
     */
    public Facts gather(Collection<FactNeed<?>> needs) {
        var gathered = new HashMap<FactNeed<?>, Observed<?>>();
        var onNodes = new ArrayList<FactNeed<?>>();
        for (var need : needs) {
            if (need instanceof FactNeed.Answer answer) {
                gathered.put(answer, new Observed.Seen<>(answers.apply(answer.task())));
            } else {
                onNodes.add(need);
            }
        }
        var byNode = onNodes.stream().collect(Collectors.groupingBy(FactNeed::node));
        if (byNode.size() <= 1) {
            byNode.forEach((node, wanted) -> gathered.putAll(observe(node, wanted)));
        } else {
            gathered.putAll(concurrently(byNode));
        }
        return Facts.of(clock.instant(), gathered);
    }

    private Map<FactNeed<?>, Observed<?>> concurrently(Map<NodeName, List<FactNeed<?>>> byNode) {
        var gathered = new HashMap<FactNeed<?>, Observed<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = new ArrayList<Future<Map<FactNeed<?>, Observed<?>>>>();
            byNode.forEach((node, wanted) -> pending.add(threads.submit(() -> observe(node, wanted))));
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

    private Map<FactNeed<?>, Observed<?>> observe(NodeName node, List<FactNeed<?>> needs) {
        var wave = nodes.get(node);
        return wave == null ? Map.of() : wave.observe(needs);
    }

    @Override
    public void close() {
        nodes.values().forEach(NodeWave::close);
    }
}
