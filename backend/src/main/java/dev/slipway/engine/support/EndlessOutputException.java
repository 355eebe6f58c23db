package dev.slipway.engine.support;

import java.io.IOException;

/** A process writes more than any that does its work. */
public final class EndlessOutputException extends IOException {
    public EndlessOutputException() {
        super("the process writes without end");
    }
}
