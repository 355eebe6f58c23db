package dev.slipway.preview.ports;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.PortsChanged;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Watches of nodes' ports. Each sandbox that has followers has one watch, which all its followers share. Locking: this
 * object's monitor guards the map and the watches.
 */
@Service
final class WatchedPorts implements OpenPorts {
    private final NodeStreams streams;
    private final NodeEvents events;
    private final MemoryBudget memory;
    private final ApplicationEventPublisher publisher;

    @GuardedBy("this")
    private final Map<SandboxId, Watch> watches = new HashMap<>();

    WatchedPorts(NodeStreams streams, NodeEvents events, MemoryBudget memory, ApplicationEventPublisher publisher) {
        this.streams = streams;
        this.events = events;
        this.memory = memory;
        this.publisher = publisher;
    }

    private static final class Watch {
        private final List<NodeWatch> nodes = new ArrayList<>();
        private final Map<NodeName, List<OpenPort>> ports = new TreeMap<>();
        private int followers;

        List<OpenPort> all() {
            return ports.values().stream().flatMap(List::stream).toList();
        }
    }

    @Override
    public synchronized Following follow(SandboxId sandbox, List<NodeName> nodes) {
        var watch = watches.computeIfAbsent(sandbox, _ -> started(sandbox, nodes));
        watch.followers++;
        var done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                leave(sandbox, watch);
            }
        };
    }

    private Watch started(SandboxId sandbox, List<NodeName> nodes) {
        var watch = new Watch();
        for (var node : nodes) {
            var handle = streams.node(sandbox, node);
            var follower =
                    new NodeWatch(handle, memory, sandbox, node, (where, ports) -> seen(sandbox, watch, where, ports));
            watch.nodes.add(follower);
            follower.start(events);
        }
        return watch;
    }

    private void leave(SandboxId sandbox, Watch watch) {
        synchronized (this) {
            watch.followers--;
            if (watch.followers > 0) {
                return;
            }
            watches.remove(sandbox, watch);
        }
        watch.nodes.forEach(NodeWatch::close);
    }

    private void seen(SandboxId sandbox, Watch watch, NodeName node, List<OpenPort> ports) {
        List<OpenPort> all;
        synchronized (this) {
            var before = watch.ports.put(node, ports);
            if (watches.get(sandbox) != watch || ports.equals(before == null ? List.of() : before)) {
                return;
            }
            all = watch.all();
        }
        publisher.publishEvent(new PortsChanged(sandbox, all));
    }

    @Override
    public synchronized List<OpenPort> of(SandboxId sandbox) {
        var watch = watches.get(sandbox);
        return watch == null ? List.of() : watch.all();
    }
}
