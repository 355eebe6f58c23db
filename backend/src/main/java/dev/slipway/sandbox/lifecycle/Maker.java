package dev.slipway.sandbox.lifecycle;

import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.NodeReplaced;
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
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;
    private final Semaphore starts;

    Maker(
            SandboxStore store,
            Workshop workshop,
            Provisioner provisioner,
            Remover remover,
            Clock clock,
            ApplicationEventPublisher events,
            SandboxProperties properties) {
        this.store = store;
        this.workshop = workshop;
        this.provisioner = provisioner;
        this.remover = remover;
        this.clock = clock;
        this.events = events;
        this.starts = new Semaphore(properties.parallelStarts(), true);
    }

    /** Makes a sandbox in the background, from its beginning. */
    void make(SandboxId id) {
        workshop.start(id, () -> store.plan(id).ifPresent(plan -> makeNow(id, plan)));
    }

    /** Makes one node anew in the background. */
    void replace(SandboxId id, NodeName node) {
        workshop.start(id, () -> store.plan(id).ifPresent(plan -> replaceNow(id, plan, node)));
    }

    private void makeNow(SandboxId id, SandboxPlan plan) {
        starts.acquireUninterruptibly();
        try {
            provisioner.provision(id, plan, stage -> reach(id, stage));
            store.change(id, row -> row.becomeReady(clock.instant()));
        } catch (EndedMeanwhile e) {
            log.info("sandbox ended while being made sandbox={}", id);
        } catch (RuntimeException e) {
            fail(id, e);
        } finally {
            starts.release();
        }
    }

    private void replaceNow(SandboxId id, SandboxPlan plan, NodeName node) {
        try {
            provisioner.replaceNode(id, plan, node);
            events.publishEvent(new NodeReplaced(id, node));
        } catch (RuntimeException e) {
            fail(id, e);
        }
    }

    private void reach(SandboxId id, Stage stage) {
        if (store.change(id, row -> row.reach(stage)).isEmpty()) {
            throw new EndedMeanwhile();
        }
    }

    private void fail(SandboxId id, RuntimeException failure) {
        if (workshop.isStopping()) {
            log.info("interrupted by the platform's stop sandbox={}", id);
            return;
        }
        log.warn("sandbox failed sandbox={}", id, failure);
        store.change(id, row -> row.fail(explain(failure)));
        try {
            remover.remove(id);
        } catch (EngineException e) {
            // The reconciler removes what is left once the engine answers again.
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
