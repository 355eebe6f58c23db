package dev.slipway.preview.proxy;

import java.io.IOException;

/** An answer that has begun cannot be finished; the browser must see that it is not whole. */
final class CutShortException extends IOException {
    CutShortException(String message, Throwable cause) {
        super(message, cause);
    }

    CutShortException(String message) {
        super(message);
    }
}
