package dev.slipway.lab;

import dev.slipway.shared.NodeName;

/**
 * A command that runs as root on a node before the learner sees the lab.
 *
 * @param run a bash command; its variables are not filled in yet, see {@link Variables#fill(String, java.util.Map)}
 */
public record SetupCommand(NodeName node, String run) {}
