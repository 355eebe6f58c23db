package dev.slipway.engine.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The output of a process. When the first byte arrives or the output ends, this stream gives back the process's place
 * in the {@link ExecGate}.
 */
final class FirstByte extends FilterInputStream {
    private final ExecGate.Place place;
    private boolean answered;

    FirstByte(InputStream output, ExecGate.Place place) {
        super(output);
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        return answered(in.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return answered(in.read(bytes, offset, length));
    }

    private int answered(int result) {
        if (!answered) {
            answered = true;
            place.answered();
        }
        return result;
    }
}
