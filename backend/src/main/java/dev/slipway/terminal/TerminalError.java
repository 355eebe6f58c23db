package dev.slipway.terminal;

import dev.slipway.shared.ErrorCode;
import java.util.Arrays;
import java.util.Optional;

/** Reason for which a terminal's connection was refused or closed. A wire code never changes its meaning. */
public enum TerminalError implements ErrorCode {
    PROTOCOL_VIOLATED(1, Kind.INVALID),
    VERSION_UNSUPPORTED(2, Kind.INVALID),
    TICKET_REFUSED(3, Kind.FORBIDDEN),
    TOO_MANY_CONNECTIONS(4, Kind.TOO_MANY),
    NODE_UNREACHABLE(5, Kind.UNAVAILABLE),
    SANDBOX_OVER(6, Kind.CONFLICT),
    NODE_REPLACED(7, Kind.CONFLICT),
    SIGNED_OUT(8, Kind.UNAUTHENTICATED),
    CONNECTION_REPLACED(9, Kind.CONFLICT),
    CLIENT_SILENT(10, Kind.UNAVAILABLE),
    PLATFORM_STOPPING(11, Kind.UNAVAILABLE),
    SHELL_BUSY(12, Kind.TOO_MANY),
    CONNECTION_LOST(13, Kind.UNAVAILABLE),
    PLATFORM_FAILED(14, Kind.UNAVAILABLE),
    ORIGIN_REFUSED(15, Kind.FORBIDDEN);

    private final int wireCode;
    private final Kind kind;

    TerminalError(int wireCode, Kind kind) {
        this.wireCode = wireCode;
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** Returns the byte that represents this reason in a {@code Closed} frame. */
    public int wireCode() {
        return wireCode;
    }

    /** Returns the reason with this wire code; empty if the code is unknown. */
    public static Optional<TerminalError> ofWireCode(int wireCode) {
        return Arrays.stream(values())
                .filter(error -> error.wireCode == wireCode)
                .findFirst();
    }
}
