package dev.slipway.engine.fake;

import dev.slipway.engine.TerminalSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;

/** What a process in a fake node does. Runs on a thread of its own; an {@link IOException} means that nobody listens. */
@FunctionalInterface
public interface FakeProcess {

    /** Returns the exit status. */
    int run(Console console) throws IOException, InterruptedException;

    /**
     * What a process is connected to.
     *
     * @param sizes the terminal's sizes, one for each resize
     */
    record Console(InputStream input, OutputStream output, OutputStream error, BlockingQueue<TerminalSize> sizes) {
        public void print(String text) throws IOException {
            output.write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void printError(String text) throws IOException {
            error.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A process that writes this and ends well. */
    static FakeProcess printing(String output) {
        return console -> {
            console.print(output);
            return 0;
        };
    }

    /** A process that only ends with a status. */
    static FakeProcess exiting(int status) {
        return _ -> status;
    }

    /** A process that writes back what it reads, as {@code cat} does. */
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
