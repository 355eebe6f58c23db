package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;

/** A node was made anew: what ran in it, and every stream into it, is gone. */
public record NodeReplaced(SandboxId sandbox, NodeName node) {}
