package dev.slipway.sandbox.agent;

import java.io.IOException;

/** Thrown when an agent breaks the protocol. Its connection is then closed. */
final class AgentProtocolException extends IOException {
    AgentProtocolException(String message) {
        super(message);
    }
}
