package dev.slipway.sandbox.agent;

import dev.slipway.sandbox.HeldShell;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Stream of a shell, which continues to run without the stream. */
final class ShellStream extends AgentStream implements HeldShell {
    private static final byte[] END_OF_TRANSMISSION = {4};

    private final OutputStream input;
    private AgentFrame.@Nullable ShellOpened opened;

    /** @param typed callback that is called before each input is written */
    ShellStream(AgentConnection connection, long number, ReceiveMemory memory, Runnable typed) {
        super(connection, number, memory, 0);
        this.input = new Keys(typed);
    }

    /**
     * Waits until the shell is open. To be called once, before all other methods.
     *
     * @throws NodeException if the node does not provide the shell
     */
    void awaitShell(Duration timeout) {
        if (!(awaitAnswer(timeout) instanceof AgentFrame.ShellOpened shell)) {
            throw new NodeException(Reason.UNREACHABLE, "the node's agent does not provide a shell");
        }
        opened = shell;
    }

    private AgentFrame.ShellOpened shell() {
        if (opened == null) {
            throw new IllegalStateException("the shell is not open yet");
        }
        return opened;
    }

    @Override
    public long epoch() {
        return shell().epoch();
    }

    @Override
    public long from() {
        return shell().from();
    }

    @Override
    public long historyEnd() {
        return shell().historyEnd();
    }

    @Override
    public TerminalSize size() {
        return shell().size();
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public void resize(TerminalSize size) {
        try {
            send(new AgentFrame.Resize(size));
        } catch (IOException gone) {
            throw new NodeException(Reason.UNREACHABLE, "the shell's stream has ended", gone);
        }
    }

    /** Input of one writer, whose number is random. */
    private final class Keys extends OutputStream {
        private final Runnable typed;
        private final long writer = ThreadLocalRandom.current().nextLong();
        private long offset;

        Keys(Runnable typed) {
            this.typed = typed;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            typed.run();
            sendAll(bytes, start, length, this::next);
        }

        private AgentFrame.FromPlatform next(byte[] bytes) {
            var frame = new AgentFrame.Type(writer, offset, bytes);
            offset += bytes.length;
            return frame;
        }

        /** A shell's input does not end; it receives Ctrl-D. */
        @Override
        public void close() throws IOException {
            write(END_OF_TRANSMISSION, 0, END_OF_TRANSMISSION.length);
        }
    }
}
