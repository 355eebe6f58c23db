package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.FIRST;
import static dev.slipway.check.run.Watching.SANDBOX;
import static dev.slipway.check.run.Watching.plan;
import static dev.slipway.check.run.Watching.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.Verdict;
import dev.slipway.lab.PassRule.Mode;
import dev.slipway.lab.Task;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests engines that send events as fast as they are read, while a healthy engine is watched too. */
class FloodsTest {
    private static final Task LEVEL =
            task(FIRST, Mode.LEVEL, Duration.ZERO, List.of(), "container.running", "{'name': 'web'}");
    private static final int FLOODS = 3;
    /**
     * Waves that may run without delay, before the rate of two per second, see {@link Signals}. Each wave requests one
     * list of containers.
     */
    private static final int WAVES = 20;

    private final Map<SandboxId, FakeNode> nodes = new HashMap<>();
    private final List<FakeNode> floods = new ArrayList<>();
    private final FakeNode well = new FakeNode();
    private final Watching watching = new Watching(new Router(nodes), Watching.RARELY);

    FloodsTest() throws IOException {
        nodes.put(SANDBOX, well);
    }

    @AfterEach
    void close() {
        floods.forEach(flood -> flood.is(FakeNode.Mood.WELL));
        watching.close();
        nodes.values().forEach(FakeNode::close);
    }

    private void flood(int number) throws IOException {
        var node = new FakeNode();
        node.is(FakeNode.Mood.FLOODING);
        var sandbox = new SandboxId("flood%03d".formatted(number));
        nodes.put(sandbox, node);
        floods.add(node);
        watching.checks.watch(plan(new AttemptId(UUID.randomUUID()), sandbox, Set.of(), LEVEL));
    }

    @Test
    void floodingEnginesWaitAndOthersVerdictsDoNot() throws IOException {
        watching.watch(LEVEL);
        var began = System.nanoTime();
        for (var number = 0; number < FLOODS; number++) {
            flood(number);
        }
        await().until(() -> floods.stream().allMatch(flood -> flood.flooded() > 2_500));
        var longest = 0L;

        for (var time = 0; time < 5; time++) {
            well.runs("web", 8080);
            var changed = System.nanoTime();
            awaitLast(Verdict.Passed.class);
            longest = Math.max(longest, System.nanoTime() - changed);
            well.isEmptied();
            awaitLast(Verdict.Failed.class);
        }

        var elapsed = Duration.ofNanos(System.nanoTime() - began);
        var events = floods.stream().mapToInt(FakeNode::flooded).max().orElseThrow();
        System.out.printf(
                "beside %d floods: verdict after at most %d ms; %d events read of one in %s%n",
                FLOODS, Duration.ofNanos(longest).toMillis(), events, elapsed);
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(5));
        assertThat(floods).allSatisfy(flood -> {
            assertThat(flood.waves()).isLessThan(WAVES + 5 + 2 * Math.toIntExact(elapsed.toSeconds() + 1));
            // The first burst, then a hundred events of this size per second, and the events in socket buffers, up to
            // 12 MB.
            assertThat(flood.flooded()).isLessThan(2_000 + 12_000 + 100 * Math.toIntExact(elapsed.toSeconds() + 1));
        });
    }

    private void awaitLast(Class<? extends Verdict> type) {
        await().untilAsserted(() -> assertThat(watching.published.stream()
                        .filter(event -> event.attempt().equals(Watching.ATTEMPT))
                        .toList())
                .last()
                .satisfies(event -> assertThat(event.verdict()).isInstanceOf(type)));
    }

    private record Router(Map<SandboxId, FakeNode> nodes) implements NodeStreams {
        @Override
        public NodeHandle node(SandboxId sandbox, NodeName node) {
            return Objects.requireNonNull(nodes.containsKey(sandbox) ? nodes.get(sandbox) : nodes.get(SANDBOX));
        }
    }
}
