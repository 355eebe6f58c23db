package dev.slipway.engine.fake;

import dev.slipway.engine.PtySize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;

/**
 * The behaviour of a process in a fake node. It runs on a thread of its own; an {@link IOException} means that its
 * stream was closed.
 */
@FunctionalInterface
public interface FakeProcess {

    /** Runs the process and returns its exit status. */
    int run(Console console) throws IOException, InterruptedException;

    /**
     * The input and the outputs of a process.
     *
     * @param sizes the sizes of the terminal, one for each resize
     */
    record Console(InputStream input, OutputStream output, OutputStream error, BlockingQueue<PtySize> sizes) {
        public void print(String text) throws IOException {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void printError(String text) throws IOException {
            error.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Returns a process that writes this text and ends with status 0. */
    static FakeProcess printing(String output) {
        return console -> {
            console.print(output);
            return 0;
        };
    }

    /** Returns a process that only ends with a status. */
    static FakeProcess exiting(int status) {
        return _ -> status;
    }

    /** Returns a process that writes its input to its output, like {@code cat}. */
    static FakeProcess echoing() {
        return console -> {
            var buffer = new byte[8192];
            for (int count; (count = console.input().read(buffer)) >= 0; ) {
                console.output().write(buffer, 0, count);
            }
            return 0;
        };
    }
}
