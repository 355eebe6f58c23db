package dev.slipway.sandbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.NodeLimits;
import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.NodeRequest;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.sandbox.SetupStep;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SandboxEntityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final NodeName NODE = new NodeName("node1");

    /** Everything that may happen to a sandbox, in any order. */
    enum Happening {
        ADMITTED,
        STAGE,
        READY,
        EXTENDED,
        FROZEN,
        THAWING,
        THAWED,
        ENDED_BY_LEARNER,
        REMOVED,
        BROKEN
    }

    @Test
    void goesFromRequestToReadyWithALeaseThatStartsThen() {
        var row = aRow();

        row.beginProvisioning();
        row.reach(Stage.ENGINES);
        assertThat(row.toSandbox(0).state()).isEqualTo(new SandboxState.Provisioning(Stage.ENGINES));
        row.becomeReady(NOW.plusSeconds(3));

        assertThat(row.toSandbox(0).state()).isEqualTo(new SandboxState.Ready());
        assertThat(row.toSandbox(0).leaseEnds()).contains(NOW.plusSeconds(3).plus(Duration.ofMinutes(45)));
    }

    @Test
    void keepsItsPlanForALaterStart() {
        var plan = aRow().plan();

        assertThat(plan.nodes()).singleElement().satisfies(node -> {
            assertThat(node.nodeName()).isEqualTo(NODE);
            assertThat(node.limits()).isEqualTo(new NodeLimits(DataSize.ofMegabytes(768), 1.5, 100));
            assertThat(node.files()).containsExactly(new NodeFile("/root/note.txt", "hello", false));
        });
        assertThat(plan.setup()).containsExactly(new SandboxPlan.Step("node1", "true"));
    }

    @Test
    void cannotBecomeReadyOnceItIsEnding() {
        var row = aRow();
        row.beginProvisioning();
        row.beginEnding(EndReason.ENDED_BY_LEARNER);

        assertThat(row.becomeReady(NOW)).isFalse();
        assertThat(row.reach(Stage.SETUP)).isFalse();
        assertThat(row.fail("too late")).isFalse();
        assertThat(row.end()).isTrue();
        assertThat(row.toSandbox(0).state()).isEqualTo(new SandboxState.Ended(EndReason.ENDED_BY_LEARNER));
    }

    @Property
    void isNeverBroughtBackToLife(@ForAll @Size(max = 30) List<Happening> happenings) {
        var row = aRow();
        var over = false;

        for (var happening : happenings) {
            apply(row, happening);
            assertThat(row.isOver() || !over)
                    .as("over stays over after %s", happenings)
                    .isTrue();
            over = row.isOver();
            var sandbox = row.toSandbox(1);
            assertThat(sandbox.state().isLive()).isEqualTo(row.phase() == SandboxEntity.Phase.READY);
            assertThat(sandbox.leaseEnds().isPresent() || !sandbox.state().isLive())
                    .isTrue();
        }
    }

    @Test
    void isNeverIdleWithAMachineThatCannotBePaused() {
        var made = aRow();
        var attached = aRow(Map.of(NODE, "lab-vm"));
        List.of(made, attached).forEach(row -> {
            row.beginProvisioning();
            row.becomeReady(NOW);
        });

        assertThat(made.isIdle(NOW, NOW.plus(Duration.ofHours(1)))).isTrue();
        assertThat(attached.isIdle(NOW, NOW.plus(Duration.ofHours(1)))).isFalse();
    }

    private static void apply(SandboxEntity row, Happening happening) {
        switch (happening) {
            case ADMITTED -> row.beginProvisioning();
            case STAGE -> row.reach(Stage.FILES);
            case READY -> row.becomeReady(NOW);
            case FROZEN -> row.freeze(NOW, NOW.plus(Duration.ofHours(1)));
            case THAWING -> row.beginThaw();
            case THAWED -> row.thaw(NOW);
            case EXTENDED -> row.extend(Duration.ofMinutes(1));
            case ENDED_BY_LEARNER -> row.beginEnding(EndReason.ENDED_BY_LEARNER);
            case REMOVED -> row.end();
            case BROKEN -> row.fail("broken");
        }
    }

    private static SandboxEntity aRow() {
        return aRow(Map.of());
    }

    private static SandboxEntity aRow(Map<NodeName, String> attachTargets) {
        var node = new NodeRequest(
                NODE,
                new NodeLimits(DataSize.ofMegabytes(768), 1.5, 100),
                List.of(new NodeFile("/root/note.txt", "hello", false)));
        var request = new SandboxRequest(
                new AttemptId(UUID.randomUUID()),
                new AccountId(UUID.randomUUID()),
                List.of(node),
                List.of(new SetupStep(NODE, "true")),
                Duration.ofMinutes(45),
                Duration.ofMinutes(20),
                false);
        return new SandboxEntity(new SandboxId("abcdefgh"), request, attachTargets, NOW);
    }
}
