package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;
import java.util.Optional;

/**
 * Machine of a sandbox.
 *
 * @param attachTarget the name of the attach target that is used as the node; empty if the platform created the node
 * @param defect reason why the node cannot be used until it is reset, as a sentence for the learner; empty if the node
 *     can be used
 */
public record SandboxNode(NodeName name, Optional<String> attachTarget, Optional<String> defect) {}
