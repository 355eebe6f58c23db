package dev.slipway.sandbox.provision;

import dev.slipway.engine.support.Remaining;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.shared.NodeName;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Existing machine that the platform reaches by an attach command. */
record AttachedMachine(AttachedMachines machines, NodeName node, String target) implements Machine {
    private static final Logger log = LoggerFactory.getLogger(AttachedMachine.class);

    /** Timeout of the reset command. A virtual machine returns to a snapshot in seconds, and boots in a minute. */
    private static final Duration RESET_TIMEOUT = Duration.ofMinutes(2);
    /** Interval of probes of a machine after its reset. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Override
    public void make() {
        if (!machines.canReset(target)) {
            return;
        }
        var result = machines.reset(target, RESET_TIMEOUT, OUTPUT_LIMIT);
        if (!result.succeeded()) {
            throw refused("The machine " + node + " could not be reset to its first state", result.error());
        }
    }

    /**
     * Waits until a machine that was just reset can be used. A machine without a reset command is probed only once,
     * because waiting would not make it available.
     */
    @Override
    public void awaitReady(Duration timeout) {
        var remaining = Remaining.of(timeout);
        while (true) {
            var failure = probe(remaining.time());
            if (failure.isEmpty()) {
                return;
            }
            if (!machines.canReset(target) || remaining.isOver()) {
                throw refused("The machine " + node + " does not answer", failure.get());
            }
            remaining.pause(PAUSE);
        }
    }

    private Optional<String> probe(Duration timeout) {
        try {
            var result = machines.probe(target, timeout, OUTPUT_LIMIT);
            return result.succeeded()
                    ? Optional.empty()
                    : Optional.of("status " + result.exitStatus() + " " + result.error());
        } catch (NodeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private ProvisioningException refused(String what, String why) {
        log.warn("{} target={} cause={}", what, target, why.strip());
        return new ProvisioningException(
                what + ". Tell an administrator: attach target " + target + ", " + why.strip());
    }

    @Override
    public NodeStream open(StreamRequest.Command command) {
        return machines.open(target, command);
    }

    @Override
    public CommandResult run(StreamRequest.Command command, Duration timeout) {
        return machines.run(target, command, timeout, OUTPUT_LIMIT);
    }
}
