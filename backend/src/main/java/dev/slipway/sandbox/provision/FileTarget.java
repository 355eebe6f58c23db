package dev.slipway.sandbox.provision;

import dev.slipway.engine.EngineStream;
import dev.slipway.sandbox.StreamRequest;

/** Starts commands that receive a file. */
interface FileTarget {
    EngineStream open(StreamRequest.Command command);
}
