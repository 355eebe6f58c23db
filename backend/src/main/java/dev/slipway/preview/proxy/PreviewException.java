package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewError;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.json.ExcessiveAnswerException;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.net.SocketException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/** Thrown when a preview cannot be shown; the browser gets an error page with the reason. */
final class PreviewException extends Exception {
    private final PreviewError error;

    PreviewException(PreviewError error) {
        this(error, null);
    }

    PreviewException(PreviewError error, @Nullable Throwable cause) {
        super(error.name(), cause);
        this.error = error;
    }

    PreviewError error() {
        return error;
    }

    static PreviewException ofDialling(UserFacingException refused) {
        return new PreviewException(reason(refused), refused);
    }

    private static PreviewError reason(UserFacingException refused) {
        if (refused.code() == SandboxError.SANDBOX_NOT_READY) {
            return PreviewError.MACHINES_ASLEEP;
        }
        return refused.code() == SandboxError.NODE_BEING_RECREATED
                ? PreviewError.NODE_UNREACHABLE
                : PreviewError.PREVIEW_NOT_OPEN;
    }

    static PreviewException ofDialling(NodeException unreachable) {
        return new PreviewException(PreviewError.NODE_UNREACHABLE, unreachable);
    }

    /** Returns the exception that gives the reason why no answer began. */
    static PreviewException ofAnswer(Upstream upstream, IOException failure) {
        return new PreviewException(reason(upstream, failure), failure);
    }

    private static PreviewError reason(Upstream upstream, IOException failure) {
        if (upstream.isClosed()) {
            return upstream.isStale() ? PreviewError.NO_ANSWER_IN_TIME : PreviewError.PREVIEW_NOT_OPEN;
        }
        if (failure instanceof PrefixedStream.NotHttpException other) {
            return other.isTls() ? PreviewError.WANTS_TLS : PreviewError.NOT_HTTP;
        }
        if (failure instanceof ExcessiveAnswerException) {
            return PreviewError.ANSWER_HEAD_TOO_LARGE;
        }
        if (upstream.complaint().contains("refused")) {
            return PreviewError.NOTHING_LISTENS;
        }
        // Docker accepts a connection to a published port even if no process in the container listens, and then resets
        // it.
        if (!upstream.complaint().isEmpty()) {
            return PreviewError.CLOSED_UNANSWERED;
        }
        // If the app closes the connection, sending the request fails or the connection ends before the answer begins.
        return failure instanceof NoHttpResponseException || failure instanceof SocketException
                ? PreviewError.CLOSED_UNANSWERED
                : PreviewError.NOT_HTTP;
    }
}
