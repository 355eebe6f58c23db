package dev.slipway.sandbox.provision;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.sandbox.HeldShell;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.TerminalSize;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Stream of a shell that the program {@code slipway-shell}, the holder, runs in a node. The holder has a small
 * protocol: a preface before the output, a kind and a length before each piece of input, and the exit status on
 * standard error. docs/decisions/0005 explains the reasons. One thread may read and one may write; any thread may
 * resize. Locking: this object's monitor serializes the frames that are sent.
 */
final class HolderStream implements HeldShell {
    /** First four bytes of the program's output, with the version of the protocol. */
    private static final int MAGIC = 0x73686c31;

    /** Maximum length of a frame's content: the length field has two bytes. */
    private static final int MAX_FRAME = 0xffff;

    /**
     * Maximum offset in a preface: half of the largest offset of the terminal protocol, so that the output after the
     * history never reaches the largest offset. A shell that writes 142 MB/s reaches this maximum after a year.
     */
    private static final long MAX_OFFSET = 1L << 52;

    /** Maximum length of the history in a preface: twice the size of our holder's buffer. */
    private static final long MAX_HISTORY = 1024 * 1024;

    private static final int END_OF_TRANSMISSION = 4;

    private static final long PREFACE_SECONDS = 10;
    private static final Pattern EXIT = Pattern.compile("^exit (\\d{1,3})$", Pattern.MULTILINE);

    private final NodeStream stream;
    private final Runnable typed;
    private final Preface preface;

    @GuardedBy("this")
    private final OutputStream frames;

    private final OutputCredit grants;

    private record Preface(long epoch, long from, long historyEnd, TerminalSize size) {}

    private HolderStream(NodeStream stream, Preface preface, Runnable typed) {
        this.stream = stream;
        this.typed = typed;
        this.preface = preface;
        this.frames = stream.input();
        this.grants = new OutputCredit(preface.from(), this::grant);
    }

    /**
     * Reads the preface and returns the shell. If the program does not provide a shell, closes the stream and returns
     * empty.
     *
     * @param typed callback that is called before each input is written. If the node is paused, the shell reads the
     *     input after the node is resumed
     */
    static Optional<HeldShell> over(NodeStream stream, Runnable typed) {
        var late = CompletableFuture.runAsync(
                stream::close, CompletableFuture.delayedExecutor(PREFACE_SECONDS, TimeUnit.SECONDS));
        try {
            var words = new DataInputStream(stream.output());
            if (words.readInt() != MAGIC) {
                stream.close();
                return Optional.empty();
            }
            return Optional.of(new HolderStream(stream, preface(words), typed));
        } catch (IOException ended) {
            stream.close();
            return Optional.empty();
        } catch (IllegalArgumentException nonsense) {
            stream.close();
            throw new NodeException(Reason.UNREACHABLE, "the holder of a shell sent an invalid preface", nonsense);
        } finally {
            late.cancel(false);
        }
    }

    /**
     * Reads the preface and checks each number, because root in the node may have replaced the holder by another
     * program.
     */
    private static Preface preface(DataInputStream words) throws IOException {
        var preface = new Preface(
                words.readLong(),
                words.readLong(),
                words.readLong(),
                new TerminalSize(words.readUnsignedShort(), words.readUnsignedShort()));
        var history = preface.historyEnd() - preface.from();
        if (preface.from() < 0 || preface.historyEnd() > MAX_OFFSET || history < 0 || history > MAX_HISTORY) {
            throw new IllegalArgumentException(
                    "history from " + preface.from() + " to " + preface.historyEnd() + " is not possible");
        }
        return preface;
    }

    @Override
    public long epoch() {
        return preface.epoch();
    }

    @Override
    public long from() {
        return preface.from();
    }

    @Override
    public long historyEnd() {
        return preface.historyEnd();
    }

    @Override
    public TerminalSize size() {
        return preface.size();
    }

    @Override
    public InputStream output() {
        return grants.on(stream.output());
    }

    private void grant(long upTo) throws IOException {
        send('g', ByteBuffer.allocate(Long.BYTES).putLong(upTo).flip());
    }

    @Override
    public OutputStream input() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                typed.run();
                for (var at = 0; at < length; at += MAX_FRAME) {
                    send('i', ByteBuffer.wrap(bytes, offset + at, Math.min(MAX_FRAME, length - at)));
                }
            }

            @Override
            public void close() throws IOException {
                write(END_OF_TRANSMISSION);
            }
        };
    }

    @Override
    public void resize(TerminalSize size) {
        var content = ByteBuffer.allocate(4).putShort((short) size.columns()).putShort((short) size.rows());
        try {
            send('r', content.flip());
        } catch (IOException gone) {
            throw new NodeException(Reason.UNREACHABLE, "the shell's stream has ended", gone);
        }
    }

    /** Sends a frame in one write, so that the frame reaches the engine in one packet. */
    private void send(char kind, ByteBuffer content) throws IOException {
        var frame = ByteBuffer.allocate(3 + content.remaining())
                .put((byte) kind)
                .putShort((short) content.remaining())
                .put(content);
        synchronized (this) {
            frames.write(frame.array());
            frames.flush();
        }
    }

    @Override
    public int exitStatus(Duration timeout) {
        var told = EXIT.matcher(stream.error());
        if (!told.find()) {
            throw new NodeException(Reason.UNREACHABLE, "the stream has ended while its shell still runs");
        }
        return Integer.parseInt(told.group(1));
    }

    @Override
    public void close() {
        grants.end();
        stream.close();
    }
}
