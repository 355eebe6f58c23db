package dev.slipway.terminal.session;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Connection to the browser of one viewer. */
public interface ViewerLink {

    /** Sends one frame and returns when the next one may be sent. Only one thread calls this. */
    void send(ByteBuffer frame) throws IOException;

    /** Closes the connection. Any thread may call this; a blocked send then fails. May block for a while. */
    void close();
}
