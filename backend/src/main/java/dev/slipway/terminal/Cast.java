package dev.slipway.terminal;

import java.io.IOException;
import java.io.InputStream;

/**
 * Content of a recording, as it was when the caller requested it. The content consists of whole lines, even if the
 * platform is still writing the recording.
 */
public interface Cast {

    /** Returns the description of the recording. */
    Recording recording();

    /** Returns the length of the asciicast v3 in bytes. */
    long length();

    /** Opens the content as asciicast v3, the format in which it is stored. The caller closes the stream. */
    InputStream v3() throws IOException;

    /** Opens the content as asciicast v2, converted while the caller reads. The caller closes the stream. */
    InputStream v2() throws IOException;
}
