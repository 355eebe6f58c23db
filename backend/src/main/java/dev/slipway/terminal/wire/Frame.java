package dev.slipway.terminal.wire;

import dev.slipway.engine.TerminalSize;
import dev.slipway.terminal.TerminalError;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One binary WebSocket message. {@code docs/terminal-protocol.md} says when each is sent. */
public sealed interface Frame {

    /** The version that this code speaks, the second byte of a hello. */
    int VERSION = 2;

    /** The version before, whose clients know neither snapshots nor sight. Pages of it may still be open. */
    int OLDER_VERSION = 1;

    /** From the browser to the platform. */
    sealed interface FromClient extends Frame {}

    /** From the platform to the browser. */
    sealed interface FromServer extends Frame {}

    /** A place in the output of one session. Sessions are told apart by their epoch. */
    record Position(long epoch, long offset) {
        public Position {
            requireOffset(offset);
        }
    }

    /**
     * @param viewer chosen by the client, the same for all connections of one terminal on a page
     * @param resume where the output that the client has ends
     * @param page what the page is like that has the terminal
     */
    record Hello(String ticket, long viewer, Optional<Position> resume, TerminalSize size, Page page)
            implements FromClient {

        /** A hello of version 1. */
        public Hello(String ticket, long viewer, Optional<Position> resume, TerminalSize size) {
            this(ticket, viewer, resume, size, new Page(true, false));
        }
    }

    /**
     * What a hello says of the page.
     *
     * @param visible whether anybody can see the terminal
     * @param snapshots whether it understands snapshots, which version 1 did not
     */
    record Page(boolean visible, boolean snapshots) {}

    /** @param offset how many bytes of input came before these */
    record Input(long offset, ByteBuffer bytes) implements FromClient {
        public Input {
            requireOffset(offset);
        }
    }

    record Resize(TerminalSize size) implements FromClient {}

    /** @param offset up to where the client has parsed the output */
    record Ack(long offset) implements FromClient {
        public Ack {
            requireOffset(offset);
        }
    }

    /** Whether anybody can see the terminal now. */
    record Sight(boolean visible) implements FromClient {}

    /** Asks to undo what programs have done to the terminal, for all its viewers. */
    record Reset() implements FromClient {}

    /**
     * @param offset where the output continues that is sent from now on
     * @param end where the output ends that happened before
     * @param input where the client's input continues
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

    /** Output that is no longer there: the next output starts at {@code to}. */
    record Gap(long from, long to) implements FromServer {
        public Gap {
            requireOffset(from);
            requireOffset(to);
        }
    }

    /**
     * The terminal as it was at a place in the output, which takes the place of all output before.
     *
     * @param bytes output that puts a terminal of this size, after a reset, into that state
     */
    record Snapshot(long offset, TerminalSize size, ByteBuffer bytes) implements FromServer {
        public Snapshot {
            requireOffset(offset);
        }
    }

    /** Somebody has reset the terminal at this place of the output. */
    record Cleared() implements FromServer {}

    /** The shell ended. {@code status} is -1 if nobody knows how. */
    record Exit(int status) implements FromServer {}

    record Closed(TerminalError reason, String text) implements FromServer {}

    record RoleIs(Role role) implements FromServer {}

    /** The size that the driver gave the terminal. */
    record SizeIs(TerminalSize size) implements FromServer {}

    /** @param offset up to where the node has taken the client's input */
    record Taken(long offset) implements FromServer {
        public Taken {
            requireOffset(offset);
        }
    }

    /** A sign of life that the client answers with an acknowledgement. */
    record Alive() implements FromServer {}

    /** What a viewer may do. */
    enum Role {
        /** Sets the size and the pace of the output. */
        DRIVER,
        /** Watches; becomes the driver by typing. */
        VIEWER
    }

    private static void requireOffset(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("an offset is never negative: " + offset);
        }
    }
}
