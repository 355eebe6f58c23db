package dev.slipway.terminal.wire;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.TerminalError;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Binary WebSocket message between a viewer and the platform. {@code docs/terminal-protocol.md} specifies when each
 * frame is sent.
 */
public sealed interface Frame {

    /** Version of this protocol, the second byte of a hello. */
    int VERSION = 2;

    /**
     * Previous version of the protocol, whose clients support neither snapshots nor sight frames. Browsers may still
     * have pages open that use this version.
     */
    int OLDER_VERSION = 1;

    /** Largest offset: the largest integer that JavaScript represents exactly. */
    long MAX_OFFSET = (1L << 53) - 1;

    /** Frame from the browser to the platform. */
    sealed interface FromClient extends Frame {}

    /** Frame from the platform to the browser. */
    sealed interface FromServer extends Frame {}

    /** Position in the output of one session. The epoch identifies the session's shell. */
    record Position(long epoch, long offset) {
        public Position {
            requireOffset(offset);
        }
    }

    /**
     * First frame of a connection.
     *
     * @param viewer number that the client chose, the same for all connections of one terminal on a page
     * @param resume end of the output that the client already has
     * @param page properties of the page that shows the terminal
     */
    record Hello(String ticket, long viewer, Optional<Position> resume, TerminalSize size, Page page)
            implements FromClient {

        /** Creates a hello of version 1. */
        public Hello(String ticket, long viewer, Optional<Position> resume, TerminalSize size) {
            this(ticket, viewer, resume, size, new Page(true, false));
        }
    }

    /**
     * Properties of a page in a hello.
     *
     * @param visible whether the terminal is visible
     * @param snapshots whether the page supports snapshots, which version 1 did not
     */
    record Page(boolean visible, boolean snapshots) {}

    /** @param offset number of input bytes that the client sent before the bytes of this frame */
    record Input(long offset, ByteBuffer bytes) implements FromClient {
        public Input {
            requireOffset(offset);
        }
    }

    record Resize(TerminalSize size) implements FromClient {}

    /** @param offset end of the output that the client has parsed */
    record Ack(long offset) implements FromClient {
        public Ack {
            requireOffset(offset);
        }
    }

    /** Reports whether the terminal is visible now. */
    record Sight(boolean visible) implements FromClient {}

    /** Requests a reset of the terminal for all its viewers. */
    record Reset() implements FromClient {}

    /**
     * First frame to a client whose ticket was accepted.
     *
     * @param offset offset at which the following output continues
     * @param end end of the output so far
     * @param input offset at which the client's input continues
     */
    record Welcome(long epoch, long offset, long end, long input, Role role) implements FromServer {
        public Welcome {
            requireOffset(offset);
            requireOffset(end);
            requireOffset(input);
        }
    }

    record Output(long offset, ByteBuffer bytes) implements FromServer {
        public Output {
            requireOffset(offset);
        }
    }

    /** Reports output that is no longer stored. The next output starts at {@code to}. */
    record Gap(long from, long to) implements FromServer {
        public Gap {
            requireOffset(from);
            requireOffset(to);
        }
    }

    /**
     * State of the terminal at an offset. It replaces all output before that offset.
     *
     * @param bytes output that sets a terminal of this size, after a reset, to that state
     */
    record Snapshot(long offset, TerminalSize size, ByteBuffer bytes) implements FromServer {
        public Snapshot {
            requireOffset(offset);
        }
    }

    /** Reports that a viewer has reset the terminal at this point of the output. */
    record Cleared() implements FromServer {}

    /** Reports the end of the shell. {@code status} is -1 if it is unknown. */
    record Exit(int status) implements FromServer {}

    record Closed(TerminalError reason, String text) implements FromServer {}

    record RoleIs(Role role) implements FromServer {}

    /** Reports the size that the driver set. */
    record SizeIs(TerminalSize size) implements FromServer {}

    /** @param offset end of the client's input that the node has read */
    record Taken(long offset) implements FromServer {
        public Taken {
            requireOffset(offset);
        }
    }

    /** Keep-alive that the client answers with an acknowledgement. */
    record Alive() implements FromServer {}

    /** Role of a viewer. */
    enum Role {
        /** Viewer that sets the size and the pace of the output. */
        DRIVER,
        /** Viewer that only watches; it becomes the driver by typing. */
        VIEWER
    }

    private static void requireOffset(long offset) {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("an offset is from 0 to 2^53 - 1: " + offset);
        }
    }
}
