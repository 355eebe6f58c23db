package dev.slipway.check.gather;

import dev.slipway.check.CheckProperties;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Observed;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.util.unit.DataSize;

/** Observers of hostile nodes. The main program observes twenty hostile nodes and a healthy one at the same time. */
final class HostileNodes {
    static final NodeName NODE = new NodeName("node1");
    static final Duration WAVE = Duration.ofSeconds(2);
    private static final NodeEvents NO_EVENTS = (sandbox, node, follower) -> () -> {};
    private static final CheckProperties IMPATIENT = properties(Duration.ofSeconds(1), WAVE);
    /** The platform's defaults. */
    private static final CheckProperties USUAL = properties(Duration.ofSeconds(3), Duration.ofSeconds(8));

    private static final int NODES = 20;
    private static final int LOOKS = 20;
    /**
     * Number of observations of each hostile node. Each uses a new observer, so that no pause after an earlier response
     * prevents a request.
     */
    private static final int HOSTILE_LOOKS = 3;

    private HostileNodes() {}

    private static CheckProperties properties(Duration callTimeout, Duration waveTimeout) {
        return new CheckProperties(
                Duration.ofMillis(25),
                Duration.ofMillis(50),
                Duration.ofMinutes(10),
                callTimeout,
                waveTimeout,
                16,
                DataSize.ofMegabytes(2),
                DataSize.ofKilobytes(16),
                500);
    }

    static Observer observer(NodeStreams node, MemoryBudget memory) {
        return observer(node, memory, IMPATIENT);
    }

    private static Observer observer(NodeStreams node, MemoryBudget memory, CheckProperties properties) {
        var observer = new Observer(node, NO_EVENTS, properties, memory, Clock.systemUTC());
        observer.start(new SandboxId("abcd1234"), List.of(NODE), Instant.EPOCH, List.of(), () -> {});
        return observer;
    }

    /** Gathers each fact with its own observer, all at the same time. Fails if that takes longer than {@code most}. */
    static List<Observed<?>> looks(NodeStreams node, MemoryBudget memory, List<FactNeed<?>> needs, Duration most) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = new ArrayList<Future<Observed<?>>>();
            for (var need : needs) {
                pending.add(threads.submit(() -> look(node, memory, need, IMPATIENT)));
            }
            var seen = new ArrayList<Observed<?>>();
            for (var look : pending) {
                seen.add(look.get(most.toMillis(), TimeUnit.MILLISECONDS));
            }
            return seen;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Observed<?> look(
            NodeStreams node, MemoryBudget memory, FactNeed<?> need, CheckProperties properties) {
        try (var observer = observer(node, memory, properties);
                var wave = observer.wave()) {
            return wave.gather(List.of(need)).about(need);
        }
    }

    public static void main(String[] arguments) throws IOException {
        var memory = new MemoryBudget(DataSize.ofMegabytes(8));
        var servers = new ArrayList<HostileServer>();
        var attacks = List.of(
                HostileServer.Attack.TWO_MEGABYTES_OF_OBJECTS,
                HostileServer.Attack.NAMES_WITHOUT_END,
                HostileServer.Attack.MEMBERS_WITHOUT_END,
                HostileServer.Attack.STRING_WITHOUT_END,
                HostileServer.Attack.LONG_HEADERS);
        for (var node = 0; node < NODES; node++) {
            servers.add(new HostileServer(attacks.get(node % attacks.size())));
        }
        var longest = 0L;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var well = new WellEngine()) {
            for (var server : servers) {
                threads.execute(() -> again(server, memory));
            }
            for (var time = 0; time < LOOKS; time++) {
                var began = System.nanoTime();
                var seen = look(well, memory, new FactNeed.Containers(NODE), USUAL);
                longest = Math.max(longest, System.nanoTime() - began);
                if (!(seen instanceof Observed.Seen<?>)) {
                    throw new IllegalStateException("the healthy engine was not read: " + seen);
                }
            }
            servers.forEach(HostileServer::close);
        }
        System.out.println("well, at most " + TimeUnit.NANOSECONDS.toMillis(longest) + " ms beside " + NODES);
    }

    private static void again(HostileServer server, MemoryBudget memory) {
        for (var time = 0; time < HOSTILE_LOOKS; time++) {
            look(server, memory, new FactNeed.Containers(NODE), USUAL);
        }
    }
}
