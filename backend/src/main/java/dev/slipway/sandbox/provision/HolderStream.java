package dev.slipway.sandbox.provision;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.TerminalSize;
import dev.slipway.sandbox.HeldShell;
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
 * A shell by way of {@code slipway-shell}, which speaks a few words of its own: a preface before the output, a kind and
 * a length before each piece of input, the exit status on standard error. Decision 0005 says why. One thread reads;
 * threads that write and threads that resize may run at the same time, because the object's monitor guards the frames.
 */
final class HolderStream implements HeldShell {
    /** What the program says first, with its version. */
    private static final int MAGIC = 0x73686c31;

    /** Two bytes tell a frame's length. */
    private static final int MAX_FRAME = 0xffff;

    /** The largest number that a browser counts exactly; a shell gets there in a year of 285 MB a second. */
    private static final long MAX_OFFSET = 1L << 53;

    /** Twice what our holder keeps. */
    private static final long MAX_HISTORY = 1024 * 1024;

    private static final int END_OF_TRANSMISSION = 4;

    private static final long PREFACE_SECONDS = 10;
    private static final Pattern EXIT = Pattern.compile("^exit (\\d{1,3})$", Pattern.MULTILINE);

    private final EngineStream stream;
    private final Runnable typed;
    private final Preface preface;

    @GuardedBy("this")
    private final OutputStream frames;

    private final Grants grants;

    private record Preface(long epoch, long from, long historyEnd, TerminalSize size) {}

    private HolderStream(EngineStream stream, Preface preface, Runnable typed) {
        this.stream = stream;
        this.typed = typed;
        this.preface = preface;
        this.frames = stream.input();
        this.grants = new Grants(preface.from(), this::grant);
    }

    /**
     * Empty if the program does not give a shell; the stream has ended then.
     *
     * @param typed told before something is typed. A paused shell reads it once it goes on
     */
    static Optional<HeldShell> over(EngineStream stream, Runnable typed) {
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
            throw new EngineException(Reason.UNREACHABLE, "the holder of a shell talks nonsense", nonsense);
        } finally {
            late.cancel(false);
        }
    }

    /** Root in the node may have put another program in the holder's place, so each number is checked. */
    private static Preface preface(DataInputStream words) throws IOException {
        var preface = new Preface(
                words.readLong(),
                words.readLong(),
                words.readLong(),
                new TerminalSize(words.readUnsignedShort(), words.readUnsignedShort()));
        var history = preface.historyEnd() - preface.from();
        if (preface.from() < 0 || preface.historyEnd() > MAX_OFFSET || history < 0 || history > MAX_HISTORY) {
            throw new IllegalArgumentException(
                    "history from " + preface.from() + " to " + preface.historyEnd() + " cannot be");
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
            throw new EngineException(Reason.UNREACHABLE, "the shell's stream has ended", gone);
        }
    }

    /** In one write, so that it takes one packet to the engine. */
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
            throw new EngineException(Reason.UNREACHABLE, "the stream has ended and its shell has not");
        }
        return Integer.parseInt(told.group(1));
    }

    @Override
    public void close() {
        grants.end();
        stream.close();
    }
}
