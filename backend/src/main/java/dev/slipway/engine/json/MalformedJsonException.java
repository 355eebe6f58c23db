package dev.slipway.engine.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a node sent is not JSON. */
public final class MalformedJsonException extends IOException {
    MalformedJsonException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
