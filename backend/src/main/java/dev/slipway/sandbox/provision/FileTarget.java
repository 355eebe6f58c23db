package dev.slipway.sandbox.provision;

import dev.slipway.engine.EngineStream;
import dev.slipway.sandbox.StreamRequest;

/** Where a command can be started that takes a file. */
interface FileTarget {
    EngineStream open(StreamRequest.Command command);
}
