package dev.slipway.terminal;

/**
 * Connection through which the platform itself uses a terminal: it receives output and types input, as a browser does.
 */
public interface FollowedTerminal extends AutoCloseable {

    /**
     * Sends bytes to the shell as if a user had typed them. The Enter key is a carriage return.
     *
     * @throws IllegalStateException if the shell has left too much of the earlier input unread
     */
    void type(byte[] keys);

    /** Returns whether the shell has ended or the platform has closed this connection. */
    boolean isOver();

    /** Disconnects. The shell keeps running. */
    @Override
    void close();
}
