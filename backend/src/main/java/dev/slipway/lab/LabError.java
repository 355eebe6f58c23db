package dev.slipway.lab;

import dev.slipway.shared.ErrorCode;

/** The errors of module {@code lab} that are shown to people. */
public enum LabError implements ErrorCode {
    /** The catalogue has no lab with the requested id. Argument of the message: the id. */
    LAB_NOT_FOUND(Kind.NOT_FOUND);

    private final Kind kind;

    LabError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
