package dev.slipway.sandbox.request;

import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.sandbox.lifecycle.Freezer;
import dev.slipway.sandbox.lifecycle.Maker;
import dev.slipway.sandbox.persistence.SandboxStore;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Accepts or refuses requests to reset a node. */
@Component
final class NodeResets {
    private static final Logger log = LoggerFactory.getLogger(NodeResets.class);

    private final SandboxStore store;
    private final AttachedMachines attached;
    private final RequestLimits limits;
    private final Freezer freezer;
    private final Maker maker;

    NodeResets(SandboxStore store, AttachedMachines attached, RequestLimits limits, Freezer freezer, Maker maker) {
        this.store = store;
        this.attached = attached;
        this.limits = limits;
        this.freezer = freezer;
        this.maker = maker;
    }

    /**
     * Thaws the sandbox if it is frozen, then starts the reset of the node.
     *
     * @throws UserFacingException if the sandbox or the node does not exist, if the node cannot be reset, or if the
     *     owner must wait before the next reset
     */
    void reset(SandboxId id, NodeName node) {
        var sandbox = store.find(id).orElseThrow(() -> new UserFacingException(SandboxError.SANDBOX_NOT_FOUND));
        if (!sandbox.has(node)) {
            throw new UserFacingException(SandboxError.NODE_NOT_FOUND, node);
        }
        if (!sandbox.state().isUsable()) {
            throw new UserFacingException(SandboxError.SANDBOX_NOT_READY);
        }
        if (sandbox.attachTarget(node)
                .filter(target -> !attached.canReset(target))
                .isPresent()) {
            throw new UserFacingException(SandboxError.NODE_CANNOT_BE_RESET, node);
        }
        limits.takeReset(sandbox.owner());
        freezer.awaken(id);
        if (!maker.reset(id, node)) {
            // Either the same reset is in progress, or the sandbox has ended meanwhile.
            log.info("node not reset because it is being reset or its sandbox has ended sandbox={} node={}", id, node);
        }
    }
}
