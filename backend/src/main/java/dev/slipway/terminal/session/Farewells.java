package dev.slipway.terminal.session;

import dev.slipway.shared.ErrorTexts;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromServer;

/** What a viewer is told last. */
final class Farewells {
    private Farewells() {}

    /** Whether it is told after the last output: an exit, and a lost connection, whose cause is often the last output. */
    static boolean comesAfterOutput(FromServer farewell) {
        return farewell instanceof Exit
                || (farewell instanceof Closed closed && closed.reason() == TerminalError.CONNECTION_LOST);
    }

    static Closed closed(TerminalError reason) {
        return new Closed(reason, ErrorTexts.text(reason));
    }
}
