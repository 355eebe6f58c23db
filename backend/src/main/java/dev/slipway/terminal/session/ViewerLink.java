package dev.slipway.terminal.session;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Connection to the browser of one viewer. */
public interface ViewerLink {

    /** Sends one frame and returns when the next frame may be sent. Only one thread calls this method. */
    void send(ByteBuffer frame) throws IOException;

    /**
     * Closes the connection. Any thread may call this method; a blocked send then fails. The method may block for a
     * while.
     */
    void close();
}
