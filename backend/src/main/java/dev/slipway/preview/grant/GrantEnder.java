package dev.slipway.preview.grant;

import dev.slipway.account.RightsLost;
import dev.slipway.account.SignedOut;
import dev.slipway.preview.Previews;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ending;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Provisioning;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Ends previews when their session ends, when their account loses rights, and when the machines are gone. */
@Component
final class GrantEnder {
    /** Much shorter than anything may stand still. */
    private static final long SWEEP_MILLIS = 5_000;

    private final Grants grants;
    private final Previews previews;

    GrantEnder(Grants grants, Previews previews) {
        this.grants = grants;
        this.previews = previews;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SignedOut event) {
        previews.close(event.session());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RightsLost event) {
        previews.close(event.account());
    }

    @EventListener
    void on(SandboxChanged event) {
        var sandbox = event.sandbox();
        switch (sandbox.state()) {
            case Ending(), Ended _, Failed _ ->
                grants.end(grant -> grant.target().sandbox().equals(sandbox.id()));
            // What a frozen sandbox is asked has to wait until it thaws.
            case Requested _, Provisioning _, Ready(), Frozen() -> {}
        }
    }

    @Scheduled(fixedDelay = SWEEP_MILLIS)
    void closeStale() {
        grants.closeStale();
    }
}
