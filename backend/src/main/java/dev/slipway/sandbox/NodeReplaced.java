package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;

/** Published when a node was recreated: its processes and all streams into it have ended. */
public record NodeReplaced(SandboxId sandbox, NodeName node) {}
