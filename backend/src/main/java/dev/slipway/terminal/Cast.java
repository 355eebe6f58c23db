package dev.slipway.terminal;

import java.io.IOException;
import java.io.InputStream;

/**
 * Content of a recording at the moment of the request. It has only whole lines, also if the recording is still being
 * written.
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
