package dev.slipway.sandbox.host;

import dev.slipway.engine.EngineException;
import dev.slipway.sandbox.NodeException;

/** Translates the engine's exceptions into those of the sandbox module, which all other modules use. */
final class EngineErrors {
    private EngineErrors() {}

    /** Returns an exception of the same kind, with the same message and the original as its cause. */
    static NodeException translated(EngineException failure) {
        var reason = switch (failure.reason()) {
            case UNREACHABLE -> NodeException.Reason.UNREACHABLE;
            case TIMED_OUT -> NodeException.Reason.TIMED_OUT;
            case NOT_FOUND -> NodeException.Reason.NOT_FOUND;
            case CONFLICT, REFUSED -> NodeException.Reason.REFUSED;
        };
        return new NodeException(reason, String.valueOf(failure.getMessage()), failure);
    }
}
