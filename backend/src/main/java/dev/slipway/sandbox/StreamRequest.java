package dev.slipway.sandbox;

import java.util.List;
import java.util.Optional;

/**
 * Endpoint of a stream into a node. Shells and ports are opened for a user, so opening them first thaws a frozen
 * sandbox.
 */
public sealed interface StreamRequest {

    /**
     * The {@code number}-th login shell of root, on a terminal. If shells of the node outlive their streams, opening
     * returns a {@link HeldShell}, and reuses the shell if it is already running.
     *
     * @param size size of the terminal; if empty, a running shell keeps its size
     */
    record Shell(int number, Optional<TerminalSize> size) implements StreamRequest {
        /** Returns a request for the first shell of a node, with this size. */
        public static Shell first(TerminalSize size) {
            return new Shell(1, Optional.of(size));
        }
    }

    /** A command that runs as root without a terminal. */
    record Command(List<String> command) implements StreamRequest {
        public Command {
            command = List.copyOf(command);
        }

        /** Returns a request for a command with its arguments. */
        public static Command of(String... command) {
            return new Command(List.of(command));
        }
    }

    /** The API of the node engine. */
    record NodeEngine() implements StreamRequest {}

    /** A TCP port of the node, dialled at the node's loopback address: 127.0.0.1 or ::1. */
    record Port(int number, boolean overIpv6) implements StreamRequest {
        public Port {
            requirePort(number);
        }

        /** Creates a request for a port at the IPv4 loopback address. */
        public Port(int number) {
            this(number, false);
        }
    }

    /** A TCP port like {@link Port}, dialled for the platform's own use: it does not thaw a frozen sandbox. */
    record Probe(int number) implements StreamRequest {
        public Probe {
            requirePort(number);
        }
    }

    private static void requirePort(int number) {
        if (number < 1 || number > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535: " + number);
        }
    }
}
