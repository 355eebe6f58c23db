package dev.slipway.sandbox.persistence;

import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.NodeLimits;
import dev.slipway.sandbox.NodeRequest;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SetupStep;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stored description of the machines and the setup of a sandbox, from which the platform can provision the sandbox,
 * also after a restart of the platform.
 */
public record SandboxPlan(List<Node> nodes, List<Step> setup, boolean openEgress) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Machine of a plan. */
    public record Node(
            String name,
            long memoryBytes,
            double cpus,
            int pids,
            List<NodeFile> files,
            @Nullable String attach) {
        public NodeLimits limits() {
            return new NodeLimits(DataSize.ofBytes(memoryBytes), cpus, pids);
        }

        public NodeName nodeName() {
            return new NodeName(name);
        }

        /** Returns the attach target of the machine; empty if the platform creates the machine. */
        public Optional<String> attachTarget() {
            return Optional.ofNullable(attach);
        }
    }

    /** Command of the setup. */
    public record Step(String node, String command) {
        public SetupStep toSetupStep() {
            return new SetupStep(new NodeName(node), command);
        }
    }

    /** @param targets names of the attach targets, by the nodes that use them */
    static SandboxPlan of(SandboxRequest request, Map<NodeName, String> targets) {
        return new SandboxPlan(
                request.nodes().stream()
                        .map(node -> node(node, targets.get(node.name())))
                        .toList(),
                request.setup().stream()
                        .map(step -> new Step(step.node().value(), step.command()))
                        .toList(),
                request.openEgress());
    }

    /** @throws java.util.NoSuchElementException if the plan has no such node */
    public Node node(NodeName name) {
        return nodes.stream()
                .filter(node -> node.nodeName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public boolean has(NodeName name) {
        return nodes.stream().anyMatch(node -> node.nodeName().equals(name));
    }

    /** Returns whether the platform creates at least one of the machines. */
    public boolean makesMachines() {
        return nodes.stream().anyMatch(node -> node.attachTarget().isEmpty());
    }

    static SandboxPlan fromJson(String json) {
        return JSON.readValue(json, SandboxPlan.class);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    private static Node node(NodeRequest node, @Nullable String target) {
        var limits = node.limits();
        return new Node(
                node.name().value(), limits.memory().toBytes(), limits.cpus(), limits.pids(), node.files(), target);
    }
}
