package dev.slipway.preview.grant;

import dev.slipway.account.RightsLost;
import dev.slipway.account.SignedOut;
import dev.slipway.platform.AfterCommit;
import dev.slipway.preview.Previews;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ending;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Provisioning;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import dev.slipway.sandbox.Sandboxes;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends previews when their session ends, when their account loses rights, and when their sandbox ends. */
@Component
final class GrantEnder {
    /** Interval at which stale streams are closed. It is much shorter than the timeouts of streams. */
    private static final long SWEEP_MILLIS = 5_000;

    private final PreviewGrants grants;
    private final Previews previews;
    private final Sandboxes sandboxes;

    GrantEnder(PreviewGrants grants, Previews previews, Sandboxes sandboxes) {
        this.grants = grants;
        this.sandboxes = sandboxes;
        this.previews = previews;
    }

    @EventListener
    void on(SignedOut event) {
        AfterCommit.start("preview-sign-out", () -> previews.close(event.session()));
    }

    @EventListener
    void on(RightsLost event) {
        AfterCommit.start("preview-rights-lost", () -> previews.close(event.account()));
    }

    @EventListener
    void on(SandboxChanged event) {
        AfterCommit.start(
                "preview-end-" + event.sandbox(),
                () -> sandboxes
                        .find(event.sandbox())
                        .map(Sandbox::state)
                        .filter(GrantEnder::endsPreviews)
                        .ifPresent(_ ->
                                grants.end(grant -> grant.target().sandbox().equals(event.sandbox()))));
    }

    private static boolean endsPreviews(SandboxState state) {
        return switch (state) {
            case Ending(), Ended _, Failed _ -> true;
            // Requests to a frozen sandbox wait until it thaws.
            case Requested _, Provisioning _, Ready(), Frozen() -> false;
        };
    }

    @Scheduled(fixedDelay = SWEEP_MILLIS)
    void closeStale() {
        grants.closeStale();
    }
}
