package dev.slipway.engine.support;

import java.io.IOException;

/** Thrown when a process writes more than any useful process does. */
public final class EndlessOutputException extends IOException {
    public EndlessOutputException() {
        super("the process writes without end");
    }
}
