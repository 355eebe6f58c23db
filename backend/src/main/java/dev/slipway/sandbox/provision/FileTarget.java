package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;

/** Starts commands that receive the content of a file as their input. */
interface FileTarget {
    NodeStream open(StreamRequest.Command command);
}
