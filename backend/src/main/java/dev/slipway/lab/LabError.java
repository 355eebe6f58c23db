package dev.slipway.lab;

import dev.slipway.shared.ErrorCode;

/** What can go wrong in module {@code lab} that a person will read about. */
public enum LabError implements ErrorCode {
    /** Argument: the lab's id. */
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
