package dev.slipway.preview.proxy;

import java.io.IOException;

/**
 * Thrown when an answer that has begun cannot be completed. The connection is then closed, so that the browser notices
 * the error.
 */
final class CutShortException extends IOException {
    CutShortException(String message, Throwable cause) {
        super(message, cause);
    }

    CutShortException(String message) {
        super(message);
    }
}
