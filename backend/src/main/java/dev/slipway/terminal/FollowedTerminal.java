package dev.slipway.terminal;

/** Connection of the platform itself to a terminal: it receives output and types, as a browser does. */
public interface FollowedTerminal extends AutoCloseable {

    /**
     * Sends bytes to the shell as a keyboard would. Enter is a carriage return.
     *
     * @throws IllegalStateException if the shell has not yet read too much of the earlier input
     */
    void type(byte[] keys);

    /** Returns whether the shell has ended or the platform has closed this connection. */
    boolean isOver();

    /** Disconnects. The shell keeps running. */
    @Override
    void close();
}
