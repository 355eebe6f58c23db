package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.sandbox.lifecycle.SandboxLock.WorkInterruptedException;
import dev.slipway.sandbox.persistence.SandboxPlan;
import dev.slipway.sandbox.persistence.SandboxStore;
import dev.slipway.sandbox.provision.Provisioner;
import dev.slipway.sandbox.provision.ProvisioningException;
import dev.slipway.sandbox.provision.Remover;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Provisions sandboxes and resets nodes, a few at once, and stores the results. */
@Component
public final class Maker {
    private static final Logger log = LoggerFactory.getLogger(Maker.class);

    private final SandboxStore store;
    private final SandboxWorkers workers;
    private final Provisioner provisioner;
    private final Remover remover;
    private final Clock clock;
    private final Semaphore starts;

    Maker(
            SandboxStore store,
            SandboxWorkers workers,
            Provisioner provisioner,
            Remover remover,
            Clock clock,
            SandboxProperties properties) {
        this.store = store;
        this.workers = workers;
        this.provisioner = provisioner;
        this.remover = remover;
        this.clock = clock;
        this.starts = new Semaphore(properties.parallelStarts(), true);
    }

    /** Provisions a sandbox in the background, from the first stage. */
    public void make(SandboxId id) {
        workers.start(id, () -> store.plan(id).ifPresent(plan -> makeNow(id, plan)));
    }

    /**
     * Recreates one node in its first state, in the background. The intention is stored first, so that a platform that
     * was killed resumes the reset after its next start.
     *
     * @return false if the sandbox is not usable, or the node's reset is already in progress
     */
    public boolean reset(SandboxId id, NodeName node) {
        var begun = store.change(id, row -> row.beginReset(node)).isPresent();
        if (begun) {
            resumeReset(id, node);
        }
        return begun;
    }

    /** Resumes a reset whose intention is already stored. */
    public void resumeReset(SandboxId id, NodeName node) {
        workers.start(id, () -> store.plan(id).ifPresent(plan -> resetNow(id, plan, node)));
    }

    private void makeNow(SandboxId id, SandboxPlan plan) {
        try {
            workers.onEngine(id, () -> inTurn(() -> provisioner.provision(id, plan, stage -> reach(id, stage))));
            store.change(id, row -> row.becomeReady(clock.instant()));
        } catch (WorkInterruptedException e) {
            throw e;
        } catch (SandboxEndedException e) {
            log.info("sandbox ended while it was provisioned sandbox={}", id);
        } catch (RuntimeException e) {
            fail(id, e);
        }
    }

    private void resetNow(SandboxId id, SandboxPlan plan, NodeName node) {
        if (!store.isInReset(id, node)) {
            return;
        }
        try {
            workers.onEngine(id, () -> inTurn(() -> provisioner.replaceNode(id, plan, node)));
            store.change(id, row -> row.finishReset(node));
            store.announceReplaced(id, node);
        } catch (WorkInterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            // Only this node is marked as broken; the other nodes stay usable.
            log.warn("node not reset sandbox={} node={}", id, node, e);
            store.change(id, row -> row.breakNode(node, explain(e)));
        }
    }

    /** Limits how many pieces of work run at once; more would only slow each other down. */
    private void inTurn(Runnable work) {
        try {
            starts.acquire();
        } catch (InterruptedException e) {
            throw new WorkInterruptedException();
        }
        try {
            work.run();
        } finally {
            starts.release();
        }
    }

    private void reach(SandboxId id, Stage stage) {
        if (workers.uncut(id, () -> store.change(id, row -> row.reach(stage))).isEmpty()) {
            throw new SandboxEndedException();
        }
    }

    private void fail(SandboxId id, RuntimeException failure) {
        log.warn("sandbox failed sandbox={}", id, failure);
        if (store.change(id, row -> row.fail(explain(failure))).isPresent()) {
            remove(id);
        }
    }

    /**
     * Marks a sandbox whose machines are gone as failed and removes its remaining objects. Must be called from work on
     * that sandbox that {@link SandboxWorkers} runs.
     */
    public void giveUp(SandboxId id, String cause) {
        if (store.change(id, row -> row.fail(cause)).isPresent()) {
            remove(id);
        }
    }

    private void remove(SandboxId id) {
        try {
            workers.onEngine(id, () -> remover.remove(id));
        } catch (EngineException e) {
            // The orphan sweeper tries again.
            log.warn("failed sandbox not yet removed sandbox={} cause={}", id, e.getMessage());
        }
    }

    private static String explain(RuntimeException failure) {
        return switch (failure) {
            case UserFacingException expected -> ErrorTexts.text(expected);
            case ProvisioningException expected -> String.valueOf(expected.getMessage());
            case EngineException _, NodeException _ ->
                "The engine could not create the machines: " + failure.getMessage();
            default ->
                "The machines could not be created because of an error in the platform. Try again; "
                        + "if it happens again, tell an administrator the time of the failure.";
        };
    }

    /** Stops provisioning because the sandbox was ended; the ender removes its objects. */
    private static final class SandboxEndedException extends RuntimeException {}
}
