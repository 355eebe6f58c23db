package dev.slipway.terminal.session;

import dev.slipway.sandbox.NodeReplaced;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ending;
import dev.slipway.sandbox.SandboxState.Failed;
import dev.slipway.sandbox.SandboxState.Frozen;
import dev.slipway.sandbox.SandboxState.Provisioning;
import dev.slipway.sandbox.SandboxState.Ready;
import dev.slipway.sandbox.SandboxState.Requested;
import dev.slipway.terminal.TerminalError;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends sessions whose machines are gone. */
@Component
final class SandboxListener {
    private final Sessions sessions;

    SandboxListener(Sessions sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void on(SandboxChanged event) {
        switch (event.sandbox().state()) {
            case Ending(), Ended _, Failed _ -> sessions.endAll(event.sandbox().id(), TerminalError.SANDBOX_OVER);
            // A frozen sandbox's shells stand still and go on when it thaws.
            case Requested _, Provisioning _, Ready(), Frozen() -> {}
        }
    }

    @EventListener
    void on(NodeReplaced event) {
        sessions.endAll(event.sandbox(), event.node(), TerminalError.NODE_REPLACED);
    }
}
