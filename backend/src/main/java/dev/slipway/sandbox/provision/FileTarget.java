package dev.slipway.sandbox.provision;

import dev.slipway.engine.EngineStream;
import dev.slipway.sandbox.StreamRequest;

/** Place in which a command that receives a file can be started. */
interface FileTarget {
    EngineStream open(StreamRequest.Command command);
}
