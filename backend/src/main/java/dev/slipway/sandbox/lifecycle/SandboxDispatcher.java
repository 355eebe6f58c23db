package dev.slipway.sandbox.lifecycle;

import dev.slipway.platform.AfterCommit;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Dispatches requests about sandboxes to the component that handles each. */
@Component
class SandboxDispatcher {
    private final Admission admission;
    private final Maker maker;
    private final Ender ender;
    private final Freezer freezer;
    private final NodeRepair repair;

    SandboxDispatcher(Admission admission, Maker maker, Ender ender, Freezer freezer, NodeRepair repair) {
        this.admission = admission;
        this.maker = maker;
        this.ender = ender;
        this.freezer = freezer;
        this.repair = repair;
    }

    @EventListener
    void onRequest(SandboxRequested request) {
        AfterCommit.start("admission-" + request.sandbox(), admission::admit);
    }

    /** Starts waiting sandboxes at once when a place becomes free, instead of at the next run of the reconciler. */
    @EventListener
    void onMove(QueueMoved moved) {
        AfterCommit.start("admission", admission::moveUp);
    }

    /** Starts as many waiting sandboxes as there are free places. */
    void admit() {
        admission.admit();
    }

    void make(SandboxId sandbox) {
        maker.make(sandbox);
    }

    boolean replace(SandboxId sandbox, NodeName node) {
        return maker.replace(sandbox, node);
    }

    /** Resumes a reset that was already stored. */
    void carryOnReplacing(SandboxId sandbox, NodeName node) {
        maker.carryOnReplacing(sandbox, node);
    }

    boolean isBeingRecreated(SandboxId sandbox, NodeName node) {
        return repair.isRecreating(sandbox, node);
    }

    void active(SandboxId sandbox) {
        freezer.active(sandbox);
    }

    void awaken(SandboxId sandbox) {
        freezer.awaken(sandbox);
    }

    void end(SandboxId sandbox, EndReason reason) {
        ender.end(sandbox, reason);
    }

    /** Resumes the removal of a sandbox that is already ending. */
    void finish(SandboxId sandbox) {
        ender.finish(sandbox);
    }
}
