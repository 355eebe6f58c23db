package dev.slipway.preview.proxy;

import java.io.IOException;

/**
 * Thrown when an answer that has begun cannot be completed. The platform then closes the connection, so that the
 * browser notices the error.
 */
final class TruncatedResponseException extends IOException {
    TruncatedResponseException(String message, Throwable cause) {
        super(message, cause);
    }

    TruncatedResponseException(String message) {
        super(message);
    }
}
