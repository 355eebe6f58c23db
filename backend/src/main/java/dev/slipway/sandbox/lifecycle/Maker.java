package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.sandbox.persistence.SandboxPlan;
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

/** Makes sandboxes that were let in, a few at once, and says what became of them. */
@Component
final class Maker {
    private static final Logger log = LoggerFactory.getLogger(Maker.class);

    private final SandboxStore store;
    private final Workshop workshop;
    private final Provisioner provisioner;
    private final Remover remover;
    private final Clock clock;
    private final Semaphore starts;

    Maker(
            SandboxStore store,
            Workshop workshop,
            Provisioner provisioner,
            Remover remover,
            Clock clock,
            SandboxProperties properties) {
        this.store = store;
        this.workshop = workshop;
        this.provisioner = provisioner;
        this.remover = remover;
        this.clock = clock;
        this.starts = new Semaphore(properties.parallelStarts(), true);
    }

    /** Makes a sandbox in the background, from its beginning. */
    void make(SandboxId id) {
        workshop.start(id, () -> store.plan(id).ifPresent(plan -> makeNow(id, plan)));
    }

    /**
     * Recreates one node in the background. That it is to be done is stored first, so that a killed platform does it
     * after its start.
     *
     * @return false if the sandbox cannot be used, or this is under way already
     */
    boolean replace(SandboxId id, NodeName node) {
        var begun = store.change(id, row -> row.beginReset(node)).isPresent();
        if (begun) {
            carryOnReplacing(id, node);
        }
        return begun;
    }

    /** Recreates a node whose reset has been stored. */
    void carryOnReplacing(SandboxId id, NodeName node) {
        workshop.start(id, () -> store.plan(id).ifPresent(plan -> replaceNow(id, plan, node)));
    }

    private void makeNow(SandboxId id, SandboxPlan plan) {
        try {
            workshop.onEngine(id, () -> inTurn(() -> provisioner.provision(id, plan, stage -> reach(id, stage))));
            store.change(id, row -> row.becomeReady(clock.instant()));
        } catch (CutShortException e) {
            throw e;
        } catch (EndedMeanwhile e) {
            log.info("sandbox ended while being made sandbox={}", id);
        } catch (RuntimeException e) {
            fail(id, e);
        }
    }

    private void replaceNow(SandboxId id, SandboxPlan plan, NodeName node) {
        if (!store.isInReset(id, node)) {
            return;
        }
        try {
            workshop.onEngine(id, () -> inTurn(() -> provisioner.replaceNode(id, plan, node)));
            store.change(id, row -> row.finishReset(node));
            store.announceReplaced(id, node);
        } catch (CutShortException e) {
            throw e;
        } catch (RuntimeException e) {
            // The other nodes are as good as before.
            log.warn("node not reset sandbox={} node={}", id, node, e);
            store.change(id, row -> row.breakNode(node, explain(e)));
        }
    }

    /** More at once only slow each other down. */
    private void inTurn(Runnable work) {
        try {
            starts.acquire();
        } catch (InterruptedException e) {
            throw new CutShortException();
        }
        try {
            work.run();
        } finally {
            starts.release();
        }
    }

    private void reach(SandboxId id, Stage stage) {
        if (workshop.uncut(id, () -> store.change(id, row -> row.reach(stage))).isEmpty()) {
            throw new EndedMeanwhile();
        }
    }

    private void fail(SandboxId id, RuntimeException failure) {
        log.warn("sandbox failed sandbox={}", id, failure);
        if (store.change(id, row -> row.fail(explain(failure))).isPresent()) {
            remove(id);
        }
    }

    /** Gives up a sandbox whose machines are gone, with all that is left of them. For work on that sandbox. */
    void giveUp(SandboxId id, String cause) {
        if (store.change(id, row -> row.fail(cause)).isPresent()) {
            remove(id);
        }
    }

    private void remove(SandboxId id) {
        try {
            workshop.onEngine(id, () -> remover.remove(id));
        } catch (EngineException e) {
            // The sweeper of orphans tries again.
            log.warn("failed sandbox not yet removed sandbox={} cause={}", id, e.getMessage());
        }
    }

    private static String explain(RuntimeException failure) {
        return switch (failure) {
            case UserFacingException expected -> ErrorTexts.text(expected);
            case ProvisioningException expected -> String.valueOf(expected.getMessage());
            case EngineException refused -> "The engine could not make the machines: " + refused.getMessage();
            default ->
                "The machines could not be made because of a fault in the platform. Try again; "
                        + "if it happens again, tell an administrator the time at which it did.";
        };
    }

    /** The sandbox was ended, so that making it is pointless; whoever ended it removes it. */
    private static final class EndedMeanwhile extends RuntimeException {}
}
