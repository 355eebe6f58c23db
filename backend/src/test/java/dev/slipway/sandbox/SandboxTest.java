package dev.slipway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private static final NodeName MADE = new NodeName("made");
    private static final NodeName ATTACHED = new NodeName("attached");
    private static final NodeName BROKEN = new NodeName("broken");

    private final Sandbox sandbox = new Sandbox(
            new SandboxId("abcd1234"),
            new AttemptId(UUID.randomUUID()),
            new AccountId(UUID.randomUUID()),
            List.of(
                    SandboxSamples.aMadeNode(MADE),
                    new SandboxNode(ATTACHED, Optional.of("vm"), Optional.empty()),
                    new SandboxNode(BROKEN, Optional.empty(), Optional.of("The disk is full."))),
            new SandboxState.Ready(),
            Instant.EPOCH,
            Optional.empty());

    @Test
    void hasTheNodesThatItLists() {
        assertThat(sandbox.nodeNames()).containsExactly(MADE, ATTACHED, BROKEN);
        assertThat(sandbox.nodeNames()).allMatch(sandbox::has);
        assertThat(sandbox.has(new NodeName("other"))).isFalse();
    }

    @Test
    void onlyAnAttachedNodeHasAnAttachTarget() {
        assertThat(sandbox.attachTarget(ATTACHED)).contains("vm");
        assertThat(sandbox.isAttached(ATTACHED)).isTrue();
        assertThat(sandbox.isAttached(MADE)).isFalse();
        assertThat(sandbox.isAttached(new NodeName("other"))).isFalse();
    }

    @Test
    void brokenNodesHaveTheirCauses() {
        assertThat(sandbox.brokenNodes()).containsExactly(Map.entry(BROKEN, "The disk is full."));
    }
}
