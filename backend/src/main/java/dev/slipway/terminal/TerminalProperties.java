package dev.slipway.terminal;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of terminals.
 *
 * @param allowedOrigins origins of pages that may open a terminal, in addition to the platform's own; as in
 *     {@code https://school.example}
 * @param replayBuffer amount of output that a session keeps for viewers that reconnect; at least the window plus one
 *     read, so that unacknowledged output is never overwritten
 * @param window amount of output that may be sent without an acknowledgement; the platform stops reading from the node
 *     while the driver's window is full. It is four of the browser's acknowledgement steps, so that a browser never
 *     waits for the network alone. A slow xterm.js (4 MB/s) parses it in 30 ms, so that Ctrl-C takes effect quickly
 * @param inputWindow amount of input that a client may send before the node has read it
 * @param floodRate bytes per second and processor that all flooding terminals share, if there are several; a quarter of
 *     the throughput of a processor, so that keystrokes get through
 * @param holdFor how long a driver that lost its connection still limits reading from the node, as if it were connected
 * @param idleTrim how long after its last viewer a session frees most of its replay buffer; the shell itself lives as
 *     long as its sandbox
 * @param ticketLife how long a ticket is valid
 * @param helloTimeout time within which a new connection must send its hello
 * @param alivePeriod interval at which a client is asked for an acknowledgement
 * @param silenceLimit time without a message after which a client is disconnected
 * @param maxConnections maximum number of connections of one account
 */
@Validated
@ConfigurationProperties("slipway.terminal")
public record TerminalProperties(
        @DefaultValue Set<String> allowedOrigins,
        @DefaultValue("512KB") DataSize replayBuffer,
        @DefaultValue("128KB") DataSize window,
        @DefaultValue("128KB") DataSize inputWindow,
        @DefaultValue("4MB") DataSize floodRate,
        @DefaultValue("30s") Duration holdFor,
        @DefaultValue("10m") Duration idleTrim,
        @DefaultValue("30s") Duration ticketLife,
        @DefaultValue("10s") Duration helloTimeout,
        @DefaultValue("20s") Duration alivePeriod,
        @DefaultValue("90s") Duration silenceLimit,
        @DefaultValue("32") @Min(1) int maxConnections) {

    /** Maximum number of bytes that one read from a node returns. */
    public static final int READ_SIZE = 32 * 1024;

    public TerminalProperties {
        allowedOrigins = Set.copyOf(allowedOrigins);
        if (replayBuffer.toBytes() < window.toBytes() + READ_SIZE) {
            throw new IllegalArgumentException("slipway.terminal.replay-buffer must exceed the window by 32 KB");
        }
    }
}
