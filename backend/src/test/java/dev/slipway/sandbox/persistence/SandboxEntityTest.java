package dev.slipway.sandbox.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.NodeLimits;
import dev.slipway.sandbox.NodeRequest;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.sandbox.SetupStep;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SandboxEntityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final NodeName NODE = new NodeName("node1");

    /** All changes that may be tried on a sandbox, in any order. */
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
        BROKEN,
        SEEN,
        RESET,
        RESET_DONE,
        NODE_BROKEN
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
            assertThat(sandbox.state().isLive()).isEqualTo(row.phase() == Phase.READY);
            assertThat(sandbox.leaseEnds().isPresent() || !sandbox.state().isLive())
                    .isTrue();
        }
    }

    /**
     * For each change, the phases to which it applies, with the resulting phases; in all other phases it must do
     * nothing.
     */
    private static final Map<Happening, Map<Phase, Phase>> WAYS = Map.ofEntries(
            Map.entry(
                    Happening.ADMITTED,
                    Map.of(Phase.REQUESTED, Phase.PROVISIONING, Phase.PROVISIONING, Phase.PROVISIONING)),
            Map.entry(Happening.STAGE, Map.of(Phase.PROVISIONING, Phase.PROVISIONING)),
            Map.entry(Happening.READY, Map.of(Phase.PROVISIONING, Phase.READY)),
            Map.entry(Happening.EXTENDED, whileUsable()),
            Map.entry(Happening.SEEN, whileUsable()),
            Map.entry(Happening.FROZEN, Map.of(Phase.READY, Phase.FROZEN)),
            Map.entry(Happening.THAWING, Map.of(Phase.FROZEN, Phase.THAWING, Phase.THAWING, Phase.THAWING)),
            Map.entry(Happening.THAWED, Map.of(Phase.THAWING, Phase.READY)),
            Map.entry(
                    Happening.ENDED_BY_LEARNER,
                    Map.of(
                            Phase.REQUESTED, Phase.ENDED,
                            Phase.PROVISIONING, Phase.ENDING,
                            Phase.READY, Phase.ENDING,
                            Phase.FROZEN, Phase.ENDING,
                            Phase.THAWING, Phase.ENDING)),
            Map.entry(Happening.REMOVED, Map.of(Phase.ENDING, Phase.ENDED)),
            Map.entry(
                    Happening.BROKEN,
                    Map.of(
                            Phase.REQUESTED, Phase.FAILED,
                            Phase.PROVISIONING, Phase.FAILED,
                            Phase.READY, Phase.FAILED,
                            Phase.FROZEN, Phase.FAILED,
                            Phase.THAWING, Phase.FAILED)),
            Map.entry(Happening.RESET, whileUsable()),
            Map.entry(Happening.RESET_DONE, whileUsable()),
            Map.entry(Happening.NODE_BROKEN, whileUsable()));

    private static Map<Phase, Phase> whileUsable() {
        return Map.of(Phase.READY, Phase.READY, Phase.FROZEN, Phase.FROZEN, Phase.THAWING, Phase.THAWING);
    }

    @Property
    void everyVerbAppliesExactlyWhereItMay(@ForAll @Size(max = 40) List<Happening> happenings) {
        var row = aRow();

        for (var happening : happenings) {
            var before = row.phase();
            var seen = row.toSandbox(1);
            var next = Objects.requireNonNull(WAYS.get(happening)).get(before);

            var applied = apply(row, happening);

            assertThat(row.phase())
                    .as("%s in %s of %s", happening, before, happenings)
                    .isEqualTo(next == null ? before : next);
            if (next == null) {
                assertThat(applied).as("%s in %s", happening, before).isFalse();
                assertThat(row.toSandbox(1))
                        .as("%s in %s changes nothing", happening, before)
                        .isEqualTo(seen);
            }
            assertThat(row.phase().takesAPlace()).isEqualTo(!row.isOver() && row.phase() != Phase.REQUESTED);
            assertThat(NodeNotes.inReset(row.brokenNodes()))
                    .noneMatch(row.toSandbox(1).brokenNodes()::containsKey);
        }
    }

    @Test
    void aNodeIsResetOnceAtATimeAndIsBrokenUntilThatSucceeds() {
        var row = aRow();
        row.beginProvisioning();
        row.becomeReady(NOW);

        assertThat(row.beginReset(new NodeName("unknown"))).isFalse();
        assertThat(row.beginReset(NODE)).isTrue();
        assertThat(row.beginReset(NODE)).isFalse();
        row.breakNode(NODE, "no space left");
        assertThat(row.toSandbox(0).brokenNodes()).isEqualTo(Map.of(NODE, "no space left"));
        assertThat(row.beginReset(NODE)).isTrue();
        assertThat(NodeNotes.inReset(row.brokenNodes())).containsExactly(NODE);
        row.finishReset(NODE);
        assertThat(row.toSandbox(0).brokenNodes()).isEmpty();
        assertThat(NodeNotes.inReset(row.brokenNodes())).isEmpty();
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

    private static boolean apply(SandboxEntity row, Happening happening) {
        return switch (happening) {
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
            case SEEN -> row.sawActivity(NOW);
            case RESET -> row.beginReset(NODE);
            case RESET_DONE -> row.finishReset(NODE);
            case NODE_BROKEN -> row.breakNode(NODE, "broken");
        };
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
