package dev.slipway.lab;

import dev.slipway.shared.NodeName;

/**
 * Run as root on a node before the learner sees the lab.
 *
 * @param run a command for bash; variables are not yet filled in, see {@link Variables#fill(String, java.util.Map)}
 */
public record SetupCommand(NodeName node, String run) {}
