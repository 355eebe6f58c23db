package dev.slipway.sandbox;

import dev.slipway.engine.NodeLimits;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** Requests for tests. */
public final class SandboxSamples {
    public static final NodeName NODE = new NodeName("node1");
    public static final Duration LEASE = Duration.ofMinutes(45);
    public static final Duration IDLE = Duration.ofMinutes(20);

    private SandboxSamples() {}

    public static SandboxRequest aRequest() {
        return aRequest(new AccountId(UUID.randomUUID()));
    }

    public static SandboxRequest aRequest(AccountId owner) {
        var node = new NodeRequest(
                NODE,
                new NodeLimits(DataSize.ofMegabytes(768), 1, 512),
                List.of(new NodeFile("/root/hello.txt", "hello", false)));
        return new SandboxRequest(
                new AttemptId(UUID.randomUUID()),
                owner,
                List.of(node),
                List.of(new SetupStep(NODE, "touch /root/ready")),
                LEASE,
                IDLE,
                false);
    }
}
