/**
 * Streams into a node over one connection to the agent that runs in it. docs/agent-protocol.md describes the protocol.
 * Everything that comes from an agent is untrusted.
 */
@NullMarked
package dev.slipway.sandbox.agent;

import org.jspecify.annotations.NullMarked;
