package dev.slipway.terminal.session;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The way to one viewer's browser. */
public interface ViewerLink {

    /** Sends one frame and returns when another one may be sent. Called by one thread only. */
    void send(ByteBuffer frame) throws IOException;

    /** Closes the connection, from any thread; a send that is under way fails. May take a while. */
    void close();
}
