package dev.slipway.preview;

import dev.slipway.shared.ErrorCode;

/** Error codes of the preview module, each with the HTTP status of its error page. */
public enum PreviewError implements ErrorCode {
    PREVIEWS_NOT_SET_UP(Kind.UNAVAILABLE, 503),
    PREVIEW_UNKNOWN(Kind.NOT_FOUND, 404),
    PREVIEW_NOT_OPEN(Kind.FORBIDDEN, 403),
    TICKET_REFUSED(Kind.FORBIDDEN, 403),
    FOREIGN_PAGE(Kind.FORBIDDEN, 403),
    SERVICE_WORKER_REFUSED(Kind.FORBIDDEN, 403),
    TOO_MANY_CONNECTIONS(Kind.TOO_MANY, 503),
    NOTHING_LISTENS(Kind.UNAVAILABLE, 502),
    CLOSED_UNANSWERED(Kind.UNAVAILABLE, 502),
    NOT_HTTP(Kind.UNAVAILABLE, 502),
    WANTS_TLS(Kind.UNAVAILABLE, 502),
    NO_ANSWER_IN_TIME(Kind.UNAVAILABLE, 504),
    MACHINES_ASLEEP(Kind.UNAVAILABLE, 503),
    NODE_UNREACHABLE(Kind.UNAVAILABLE, 502),
    HOST_UNCLEAR(Kind.INVALID, 400),
    REQUEST_HEAD_TOO_LARGE(Kind.INVALID, 431),
    ANSWER_HEAD_TOO_LARGE(Kind.UNAVAILABLE, 502),
    SWITCHED_UNASKED(Kind.UNAVAILABLE, 502);

    private final Kind kind;
    private final int status;

    PreviewError(Kind kind, int status) {
        this.kind = kind;
        this.status = status;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** Returns the HTTP status of the error page on the preview's host. */
    public int status() {
        return status;
    }
}
