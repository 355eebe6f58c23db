package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;

/** A shell command run as root on a node before its learner sees it. */
public record SetupStep(NodeName node, String command) {}
