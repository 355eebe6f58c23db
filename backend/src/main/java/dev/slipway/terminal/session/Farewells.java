package dev.slipway.terminal.session;

import dev.slipway.shared.ErrorTexts;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromServer;

/** Last frames that a viewer receives. */
final class Farewells {
    private Farewells() {}

    /**
     * Returns whether the platform sends this frame only after all output. This applies to the exit of a shell, and to
     * a lost connection, because the last output often shows the cause of the loss.
     */
    static boolean comesAfterOutput(FromServer farewell) {
        return farewell instanceof Exit
                || (farewell instanceof Closed closed && closed.reason() == TerminalError.CONNECTION_LOST);
    }

    static Closed closed(TerminalError reason) {
        return new Closed(reason, ErrorTexts.text(reason));
    }
}
