package dev.slipway.terminal.wire;

import dev.slipway.terminal.TerminalError;
import org.jspecify.annotations.Nullable;

/** Reports that the peer sent a frame that the protocol does not define or allow. */
public final class ProtocolException extends Exception {
    private final TerminalError reason;

    public ProtocolException(String message) {
        this(TerminalError.PROTOCOL_VIOLATED, message, null);
    }

    ProtocolException(TerminalError reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public TerminalError reason() {
        return reason;
    }
}
