package dev.slipway.terminal.session;

import dev.slipway.shared.ErrorTexts;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromServer;

/** Last frames to a viewer. */
final class Farewells {
    private Farewells() {}

    /**
     * Returns whether the frame is sent only after all output: an exit, and a lost connection, because the last output
     * often shows its cause.
     */
    static boolean comesAfterOutput(FromServer farewell) {
        return farewell instanceof Exit
                || (farewell instanceof Closed closed && closed.reason() == TerminalError.CONNECTION_LOST);
    }

    static Closed closed(TerminalError reason) {
        return new Closed(reason, ErrorTexts.text(reason));
    }
}
