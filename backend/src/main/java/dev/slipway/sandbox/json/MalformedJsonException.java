package dev.slipway.sandbox.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown when a response of a node is not valid JSON. */
public final class MalformedJsonException extends IOException {
    MalformedJsonException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
