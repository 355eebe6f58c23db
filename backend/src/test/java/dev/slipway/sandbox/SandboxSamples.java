package dev.slipway.sandbox;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** Sandbox requests and nodes for tests. */
public final class SandboxSamples {
    public static final NodeName NODE = new NodeName("node1");
    public static final Duration LEASE = Duration.ofMinutes(45);
    public static final Duration IDLE = Duration.ofMinutes(20);

    private SandboxSamples() {}

    public static SandboxRequest aRequest() {
        return aRequest(new AccountId(UUID.randomUUID()));
    }

    public static SandboxRequest aRequest(AccountId owner) {
        return aRequest(owner, NODE);
    }

    /** Requests nodes with these names. The setup runs on the first of them. */
    public static SandboxRequest aRequest(AccountId owner, NodeName... nodes) {
        return aRequest(new AttemptId(UUID.randomUUID()), owner, nodes);
    }

    public static SandboxRequest aRequest(AttemptId attempt, AccountId owner, NodeName... nodes) {
        return new SandboxRequest(
                attempt,
                owner,
                Stream.of(nodes).map(SandboxSamples::aNode).toList(),
                List.of(new SetupStep(NODE, "touch /root/ready")),
                LEASE,
                IDLE,
                false);
    }

    /** Returns a node that the platform created and that can be used. */
    public static SandboxNode aMadeNode(NodeName name) {
        return new SandboxNode(name, Optional.empty(), Optional.empty());
    }

    private static NodeRequest aNode(NodeName name) {
        return new NodeRequest(
                name,
                new NodeLimits(DataSize.ofMegabytes(768), 1, 512),
                List.of(new NodeFile("/root/hello.txt", "hello", false)));
    }
}
