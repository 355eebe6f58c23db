package dev.slipway.sandbox.request;

import dev.slipway.sandbox.NodeRequest;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxRequest;
import dev.slipway.sandbox.attach.AttachProperties;
import dev.slipway.sandbox.attach.AttachTarget;
import dev.slipway.sandbox.persistence.AttachLeaseEntities;
import dev.slipway.sandbox.persistence.AttachLeaseEntity;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.shared.AttachReference;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Assigns attached machines to one attempt at a time, unless the administrator has declared a machine as shared. A
 * stored lease is never deleted: it is valid until its sandbox has ended, so a platform that was killed leaves no stale
 * lease. When two requests compete for a machine, the database rejects one of them: by the primary key if the machine
 * never had a lease, else by the version column.
 */
@Component
class AttachLeases {
    private final AttachProperties properties;
    private final AttachLeaseEntities leases;
    private final SandboxEntities sandboxes;

    AttachLeases(AttachProperties properties, AttachLeaseEntities leases, SandboxEntities sandboxes) {
        this.properties = properties;
        this.leases = leases;
        this.sandboxes = sandboxes;
    }

    /**
     * Finds the attach targets for the nodes of a request.
     *
     * @throws UserFacingException if the administrator has not set up a target, or if two nodes of the request would be
     *     the same machine
     */
    Map<NodeName, String> find(SandboxRequest request) {
        var targets = new HashMap<NodeName, String>();
        var seen = new HashSet<String>();
        for (var node : request.nodes()) {
            node.attach().map(wish -> find(node, wish)).ifPresent(target -> {
                if (!seen.add(target)) {
                    throw new UserFacingException(SandboxError.ATTACH_TARGET_BUSY, node.name());
                }
                targets.put(node.name(), target);
            });
        }
        return targets;
    }

    private String find(NodeRequest node, AttachReference wish) {
        return properties
                .find(wish)
                .orElseThrow(() -> new UserFacingException(SandboxError.ATTACH_NOT_ALLOWED, node.name(), wish));
    }

    /**
     * Assigns these attach targets to a stored sandbox. Joins the caller's transaction.
     *
     * @throws UserFacingException if another attempt uses one of the targets
     */
    void lend(SandboxEntity borrower, Map<NodeName, String> targets) {
        var attempt = borrower.toSandbox(0).attempt();
        targets.forEach((node, target) -> {
            if (!properties.target(target).map(AttachTarget::shared).orElse(false)) {
                lend(target, node, borrower, attempt);
            }
        });
    }

    private void lend(String target, NodeName node, SandboxEntity borrower, AttemptId attempt) {
        var lease = leases.findById(target).orElseGet(() -> new AttachLeaseEntity(target, borrower.sandboxId()));
        if (isUsedByAnother(lease, attempt)) {
            throw new UserFacingException(SandboxError.ATTACH_TARGET_BUSY, node);
        }
        lease.giveTo(borrower.sandboxId());
        leases.saveAndFlush(lease);
    }

    /**
     * Returns whether another attempt uses the machine. A sandbox of the same attempt does not count: it is ending
     * because the lab was restarted.
     */
    private boolean isUsedByAnother(AttachLeaseEntity lease, AttemptId attempt) {
        return sandboxes
                .findById(lease.sandboxId())
                .filter(holder -> !holder.isOver())
                .filter(holder -> !holder.toSandbox(0).attempt().equals(attempt))
                .isPresent();
    }
}
