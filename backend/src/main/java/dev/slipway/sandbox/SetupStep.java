package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;

/** Shell command that the platform runs as root on a node before the learner gets access. */
public record SetupStep(NodeName node, String command) {}
