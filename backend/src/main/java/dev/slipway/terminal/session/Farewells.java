package dev.slipway.terminal.session;

import dev.slipway.shared.ErrorTexts;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Closed;

/** What a viewer is told last. */
final class Farewells {
    private Farewells() {}

    static Closed closed(TerminalError reason) {
        return new Closed(reason, ErrorTexts.text(reason));
    }
}
