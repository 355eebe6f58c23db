package dev.slipway.lab.folder;

import static dev.slipway.lab.folder.LabFixture.aLab;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.lab.AttachTargets;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.shared.AttachReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttachRulesTest {
    private static final String MANAGER =
            "manager: {memory: 512m, cpus: 0.5, files: [{from: files/stack.yml, to: /root/stack.yml}]}";
    private static final AttachTargets HOST = Set.of(
            new AttachReference.Named("lab-vm"), new AttachReference.ByShell(List.of("ssh", "-tt", "vm")))::contains;

    @Test
    void readsATargetsNameOrTheWordsOfItsShell() {
        var named = reading("manager: {attach: lab-vm}", HOST);
        var byShell = reading("manager: {attach: [ssh, -tt, vm]}", HOST);

        assertThat(named.problems()).isEmpty();
        assertThat(wish(named)).contains(new AttachReference.Named("lab-vm"));
        assertThat(byShell.problems()).isEmpty();
        assertThat(wish(byShell)).contains(new AttachReference.ByShell(List.of("ssh", "-tt", "vm")));
    }

    @Test
    void nodeWithoutAttachIsMade() {
        assertThat(wish(aLab().read())).isEmpty();
    }

    @Test
    void refusesWhatTheAdministratorHasNotSetUpAndSaysWhatToSet() {
        var reading = reading("manager: {attach: [sh, -c, \"rm -rf /\"]}", HOST);

        assertThat(reading.lab()).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.ERROR);
            assertThat(problem.rule()).isEqualTo("attach-target");
            assertThat(problem.message())
                    .contains("slipway.attach.targets.<name>.shell with exactly these words: sh, -c, rm -rf /");
        });
        assertThat(reading("manager: {attach: other}", HOST).problems())
                .singleElement()
                .extracting(LabProblem::message)
                .asString()
                .contains("slipway.attach.targets.other.shell");
    }

    @Test
    void aCommandThatOnlyBeginsLikeAnAllowedOneIsNotAllowed() {
        assertThat(reading("manager: {attach: [ssh, -tt, vm, id]}", HOST).lab()).isEmpty();
        assertThat(reading("manager: {attach: [ssh, -tt]}", HOST).lab()).isEmpty();
    }

    @Test
    void warnsWhereNobodyKnowsWhatTheAdministratorHasSetUp() {
        var reading = aLab().replacing("lab.yaml", MANAGER, "manager: {attach: lab-vm}")
                .read();

        assertThat(reading.lab()).isPresent();
        assertThat(reading.problems()).extracting(LabProblem::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void refusesLimitsForAMachineThatIsThereAlready() {
        var reading = reading("manager: {attach: lab-vm, memory: 1g, count: 2}", HOST);

        assertThat(reading.problems()).extracting(LabProblem::rule).contains("attach-limits", "attach-limits");
    }

    @Test
    void refusesOneMachineAsTwoNodes() {
        var reading = reading("manager: {attach: lab-vm}\n  other: {attach: lab-vm}", HOST);

        assertThat(reading.problems()).extracting(LabProblem::rule).containsExactly("attach-twice");
    }

    private static Optional<AttachReference> wish(LabReading reading) {
        return reading.lab().stream()
                .flatMap(lab -> lab.machines().nodes().stream())
                .map(NodeTemplate::attach)
                .findFirst()
                .orElseThrow();
    }

    private static LabReading reading(String node, AttachTargets host) {
        return aLab().replacing("lab.yaml", MANAGER, node).read(new HostKnowledge(Optional.empty(), Optional.of(host)));
    }
}
