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
 * @param allowedOrigins origins of pages that may open a terminal, in addition to the platform's own origin; for
 *     example {@code https://school.example}
 * @param replayBuffer amount of output that a session keeps for viewers that reconnect; it must be at least the window
 *     plus the size of one read, so that unacknowledged output is never overwritten
 * @param window amount of output that may be sent without an acknowledgement; the platform stops reading from the node
 *     while the driver's window is full. The default is four times the amount after which the browser acknowledges
 *     output, so that the platform can send more output while an acknowledgement is in transit. A slow xterm.js (4
 *     MB/s) parses the default in 30 ms, so that Ctrl-C takes effect quickly
 * @param inputWindow amount of input that a client may send before the node has read it
 * @param floodRate number of bytes per second, for each processor of the host, that flooding terminals share if several
 *     terminals flood; it is a quarter of the throughput of a processor, so that processor time remains for keystrokes
 * @param holdFor time for which a driver that lost its connection still limits reading from the node, as if it were
 *     connected
 * @param idleTrim time after which a session without viewers frees most of its replay buffer; its shell keeps running
 *     as long as the sandbox
 * @param ticketLife how long a ticket is valid
 * @param helloTimeout time within which a new connection must send its hello
 * @param alivePeriod interval at which the platform asks a client for an acknowledgement
 * @param silenceLimit time without a message from a client after which the platform disconnects the client
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
