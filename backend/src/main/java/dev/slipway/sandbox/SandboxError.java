package dev.slipway.sandbox;

import dev.slipway.shared.ErrorCode;

/** Error codes of the sandbox module. */
public enum SandboxError implements ErrorCode {
    SANDBOX_NOT_FOUND(Kind.NOT_FOUND),
    SANDBOX_NOT_READY(Kind.CONFLICT),
    SANDBOX_LIMIT_REACHED(Kind.TOO_MANY),
    TOO_MANY_STARTS(Kind.TOO_MANY),
    TOO_MANY_RESETS(Kind.TOO_MANY),
    NODE_NOT_FOUND(Kind.NOT_FOUND),
    NODE_BEING_RECREATED(Kind.CONFLICT),
    ATTACH_NOT_ALLOWED(Kind.FORBIDDEN),
    ATTACH_TARGET_BUSY(Kind.CONFLICT),
    NODE_CANNOT_BE_RESET(Kind.CONFLICT),
    IMAGES_NOT_READY(Kind.UNAVAILABLE),
    ENGINE_UNREACHABLE(Kind.UNAVAILABLE);

    private final Kind kind;

    SandboxError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
