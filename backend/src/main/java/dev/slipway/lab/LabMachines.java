package dev.slipway.lab;

import java.util.List;

/**
 * The machines that a learner gets for a lab, and the conditions under which the host can provide them.
 *
 * @param capabilities what the host must support
 * @param nodes the machines; empty if the lab is only a quiz
 * @param openEgress whether the machines may reach the internet
 * @param setup commands that run before the learner sees the machines, in this order
 */
public record LabMachines(
        List<String> capabilities,
        List<NodeTemplate> nodes,
        boolean openEgress,
        List<SetupCommand> setup,
        SessionPolicy session) {
    public LabMachines {
        capabilities = List.copyOf(capabilities);
        nodes = List.copyOf(nodes);
        setup = List.copyOf(setup);
    }
}
