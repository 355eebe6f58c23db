package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;

/** Starts commands that receive a file. */
interface FileTarget {
    NodeStream open(StreamRequest.Command command);
}
