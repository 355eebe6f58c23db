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
 * @param allowedOrigins origins, as in {@code https://school.example}, from whose pages a terminal may be opened beside
 *     the platform's own
 * @param replayBuffer how much output a session keeps for viewers who come back; at least the window and one read more,
 *     so that nothing unacknowledged is ever overwritten
 * @param window how much output may be sent and not yet acknowledged; the node is not read while the driver's is full.
 *     Four steps of a browser's acknowledgements, so that it never waits for the network on its own; what xterm.js
 *     parses in 30 ms when it is slow (4 MB/s), so that it does not stand in the way of Ctrl-C
 * @param inputWindow how much input a client may send before the node has taken it
 * @param floodRate what terminals may write each second for each processor of the platform, when several write more than
 *     anybody reads; a quarter of what a processor can carry, so that keys get through
 * @param holdFor how long the node waits for a driver who lost the connection before its output runs on
 * @param idleTrim how long after its last viewer a session gives the greater part of its replay buffer back; the shell
 *     itself lives as long as its sandbox
 * @param ticketLife how long a ticket may be used
 * @param helloTimeout how long a new connection may take to say hello
 * @param alivePeriod how often a quiet connection is asked for a sign of life
 * @param silenceLimit how long a client may say nothing
 * @param maxConnections connections that one account may have
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

    /** What is read from a node at once. */
    public static final int READ_SIZE = 32 * 1024;

    public TerminalProperties {
        allowedOrigins = Set.copyOf(allowedOrigins);
        if (replayBuffer.toBytes() < window.toBytes() + READ_SIZE) {
            throw new IllegalArgumentException("slipway.terminal.replay-buffer must exceed the window by 32 KB");
        }
    }
}
