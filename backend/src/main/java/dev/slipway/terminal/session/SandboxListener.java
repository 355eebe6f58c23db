package dev.slipway.terminal.session;

import dev.slipway.platform.AfterCommit;
import dev.slipway.sandbox.NodeReplaced;
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
import dev.slipway.terminal.TerminalError;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the sessions of sandboxes that ended and of nodes that were recreated. */
@Component
final class SandboxListener {
    private final Sessions sessions;
    private final Sandboxes sandboxes;

    SandboxListener(Sessions sessions, Sandboxes sandboxes) {
        this.sessions = sessions;
        this.sandboxes = sandboxes;
    }

    @EventListener
    void on(SandboxChanged event) {
        AfterCommit.start(
                "terminal-end-" + event.sandbox(),
                () -> sandboxes
                        .find(event.sandbox())
                        .map(Sandbox::state)
                        .filter(SandboxListener::endsShells)
                        .ifPresent(_ -> sessions.endAll(event.sandbox(), TerminalError.SANDBOX_OVER)));
    }

    @EventListener
    void on(NodeReplaced event) {
        AfterCommit.start(
                "terminal-end-" + event.sandbox(),
                () -> sessions.endAll(event.sandbox(), event.node(), TerminalError.NODE_REPLACED));
    }

    private static boolean endsShells(SandboxState state) {
        return switch (state) {
            case Ending(), Ended _, Failed _ -> true;
            // A frozen sandbox's shells are paused and continue when it thaws.
            case Requested _, Provisioning _, Ready(), Frozen() -> false;
        };
    }
}
