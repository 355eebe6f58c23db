package dev.slipway.sandbox.persistence;

import dev.slipway.engine.NodeLimits;
import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.NodeRequest;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SetupStep;
import dev.slipway.shared.NodeName;
import java.util.List;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** What a sandbox is made of, in the form in which it is stored, so that it can be made after a restart too. */
public record SandboxPlan(List<Node> nodes, List<Step> setup, boolean openEgress) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One machine. */
    public record Node(String name, long memoryBytes, double cpus, int pids, List<NodeFile> files) {
        public NodeLimits limits() {
            return new NodeLimits(DataSize.ofBytes(memoryBytes), cpus, pids);
        }

        public NodeName nodeName() {
            return new NodeName(name);
        }
    }

    /** One command of the setup. */
    public record Step(String node, String command) {
        public SetupStep toSetupStep() {
            return new SetupStep(new NodeName(node), command);
        }
    }

    static SandboxPlan of(SandboxRequest request) {
        return new SandboxPlan(
                request.nodes().stream().map(SandboxPlan::node).toList(),
                request.setup().stream()
                        .map(step -> new Step(step.node().value(), step.command()))
                        .toList(),
                request.openEgress());
    }

    static SandboxPlan fromJson(String json) {
        return JSON.readValue(json, SandboxPlan.class);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    private static Node node(NodeRequest node) {
        var limits = node.limits();
        return new Node(node.name().value(), limits.memory().toBytes(), limits.cpus(), limits.pids(), node.files());
    }
}
