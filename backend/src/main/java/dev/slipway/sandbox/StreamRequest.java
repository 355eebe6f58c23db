package dev.slipway.sandbox;

import dev.slipway.engine.TerminalSize;
import java.util.List;

/** What a stream into a node leads to. */
public sealed interface StreamRequest {

    /** A login shell of root on a terminal. */
    record Shell(TerminalSize size) implements StreamRequest {}

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

    /** A TCP port of the node, dialled at its loopback address. */
    record Port(int number) implements StreamRequest {
        public Port {
            if (number < 1 || number > 65535) {
                throw new IllegalArgumentException("a port is 1 to 65535: " + number);
            }
        }
    }
}
