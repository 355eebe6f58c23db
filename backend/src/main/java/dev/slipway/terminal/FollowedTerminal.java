package dev.slipway.terminal;

/** A terminal that the platform itself looks at and types into, as a browser would. Closing it leaves the shell alone. */
public interface FollowedTerminal extends AutoCloseable {

    /** Types bytes as a keyboard would send them; Enter is a carriage return. */
    void type(byte[] keys);

    /** Whether the shell has ended or the terminal was closed from elsewhere. */
    boolean isOver();

    @Override
    void close();
}
