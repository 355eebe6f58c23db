package dev.slipway.sandbox;

import dev.slipway.engine.TerminalSize;
import java.util.List;
import java.util.Optional;

/** What a stream into a node leads to. Shells and ports are opened for people, so that a frozen sandbox thaws first. */
public sealed interface StreamRequest {

    /**
     * The {@code number}-th login shell of root, on a terminal. Where shells outlive their streams, the stream is a {@link
     * HeldShell}, and one that runs already is gone on with.
     *
     * @param size without one, a shell that runs keeps its own
     */
    record Shell(int number, Optional<TerminalSize> size) implements StreamRequest {
        /** A node's first shell, of this size. */
        public static Shell first(TerminalSize size) {
            return new Shell(1, Optional.of(size));
        }
    }

    /** A command of root without a terminal. */
    record Command(List<String> command) implements StreamRequest {
        public Command {
            command = List.copyOf(command);
        }

        public static Command of(String... command) {
            return new Command(List.of(command));
        }
    }

    /** The node engine's API. */
    record NodeEngine() implements StreamRequest {}

    /** A TCP port of the node, dialled at its loopback address: 127.0.0.1, or ::1. */
    record Port(int number, boolean overIpv6) implements StreamRequest {
        public Port {
            requirePort(number);
        }

        public Port(int number) {
            this(number, false);
        }
    }

    /** A TCP port as {@link Port}, dialled by the platform for itself: it does not thaw a frozen sandbox. */
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
