package dev.slipway.terminal;

import java.io.IOException;
import java.io.InputStream;

/** A recording's content as it was when it was asked for: whole lines only, also while it is still being written. */
public interface Cast {

    Recording recording();

    /** Length of the asciicast v3 in bytes. */
    long length();

    /** The content as asciicast v3, as it is stored. */
    InputStream v3() throws IOException;

    /** The content as asciicast v2, converted while it is read. */
    InputStream v2() throws IOException;
}
