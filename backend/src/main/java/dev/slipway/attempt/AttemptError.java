package dev.slipway.attempt;

import dev.slipway.shared.ErrorCode;

/** Error codes of the attempt module. */
public enum AttemptError implements ErrorCode {
    ATTEMPT_NOT_FOUND(Kind.NOT_FOUND),
    ATTEMPT_ENDED(Kind.CONFLICT),
    NOT_YOUR_ATTEMPT(Kind.FORBIDDEN),
    RECORDING_NOT_FOUND(Kind.NOT_FOUND),
    TASK_NOT_FOUND(Kind.NOT_FOUND),
    NO_MORE_HINTS(Kind.CONFLICT),
    HINT_TOO_EARLY(Kind.CONFLICT),
    HINT_NOT_YET(Kind.CONFLICT),
    NOTHING_TO_ANSWER(Kind.CONFLICT),
    ANSWER_LENGTH(Kind.INVALID),
    QUESTION_NOT_FOUND(Kind.NOT_FOUND),
    QUESTION_DECIDED(Kind.CONFLICT),
    ANSWER_FORM(Kind.INVALID),
    NO_MACHINES(Kind.CONFLICT),
    NO_MORE_EXTENSIONS(Kind.CONFLICT),
    MACHINES_NOT_READY(Kind.CONFLICT),
    HOST_LACKS(Kind.CONFLICT);

    private final Kind kind;

    AttemptError(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
