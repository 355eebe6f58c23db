package dev.slipway.terminal.recording;

import dev.slipway.terminal.Cast;
import dev.slipway.terminal.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Content of a recording's file, up to the end of a whole line. */
record FileCast(Recording recording, Path path, long length) implements Cast {

    @Override
    public InputStream v3() throws IOException {
        return CastReader.open(path, length);
    }

    @Override
    public InputStream v2() throws IOException {
        return new Version2(v3());
    }
}
