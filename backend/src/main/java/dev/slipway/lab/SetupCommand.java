package dev.slipway.lab;

import dev.slipway.shared.NodeName;

/** Run as root on a node before the learner sees the lab. A command for bash; variables are not filled in. */
public record SetupCommand(NodeName node, String run) {}
