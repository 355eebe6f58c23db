package dev.slipway.terminal.socket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.account.SessionKey;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.terminal.FollowedTerminal;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.session.Sessions;
import dev.slipway.terminal.session.Viewer;
import dev.slipway.terminal.session.ViewerLink;
import dev.slipway.terminal.wire.Frame;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Welcome;
import dev.slipway.terminal.wire.FrameCodec;
import dev.slipway.terminal.wire.ProtocolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Viewer without a browser, through which the platform itself uses a terminal. It exchanges the same frames as a
 * browser. This object's monitor guards {@code typed}; {@code over} is volatile, because any thread may close the
 * viewer.
 */
final class InsideViewer implements ViewerLink, FollowedTerminal {
    private final Consumer<byte[]> output;
    private final CompletableFuture<Viewer> viewer = new CompletableFuture<>();

    /** The number from which the session counts this viewer's input; any number once the viewer is over. */
    private final CompletableFuture<Long> inputStart = new CompletableFuture<>();

    private volatile boolean over;

    @GuardedBy("this")
    private long typed;

    private InsideViewer(Consumer<byte[]> output) {
        this.output = output;
    }

    static InsideViewer attach(
            Sessions sessions, AccountId account, TerminalKey key, TerminalSize size, Consumer<byte[]> output) {
        var inside = new InsideViewer(output);
        // The number only distinguishes viewers of one account; it is not a secret.
        var hello = new Hello("", ThreadLocalRandom.current().nextLong(), Optional.empty(), size);
        try {
            inside.viewer.complete(sessions.attach(account, SessionKey.unshared(), key, hello, inside));
        } catch (ProtocolException impossible) {
            throw new IllegalStateException("the session refused a hello without a resume offset", impossible);
        }
        return inside;
    }

    @Override
    public synchronized void type(byte[] keys) {
        try {
            viewer.join().receive(new Input(inputStart.join() + typed, ByteBuffer.wrap(keys)));
            typed += keys.length;
        } catch (ProtocolException tooMuch) {
            throw new IllegalStateException("the shell does not read its input", tooMuch);
        }
    }

    @Override
    public boolean isOver() {
        return over;
    }

    @Override
    public void send(ByteBuffer frame) throws IOException {
        try {
            receive(FrameCodec.decodeFromServer(frame));
        } catch (ProtocolException impossible) {
            throw new IOException("cannot decode a frame of the platform", impossible);
        }
    }

    private void receive(Frame.FromServer frame) throws ProtocolException {
        switch (frame) {
            case Frame.Output(var offset, var bytes) -> {
                var copy = new byte[bytes.remaining()];
                bytes.get(copy);
                output.accept(copy);
                viewer.join().receive(new Ack(offset + copy.length));
            }
            case Frame.Alive _ -> viewer.join().receive(new Ack(0));
            case Welcome welcome -> inputStart.complete(welcome.input());
            case Frame.Exit _, Frame.Closed _ -> end();
            // This viewer's hello requests no snapshots, so a gap in the output stays a gap for the consumer of the
            // output.
            case Frame.Gap _, Frame.RoleIs _, Frame.SizeIs _, Frame.Taken _ -> {}
            case Frame.Snapshot _, Frame.Cleared _ -> {}
        }
    }

    /**
     * Disconnects. The user of this terminal calls this method, and the session calls it when it releases this viewer.
     */
    @Override
    public void close() {
        end();
        viewer.join().lost();
    }

    /** Marks the viewer as over; input that waits for the shell is then ignored. */
    private void end() {
        over = true;
        inputStart.complete(0L);
    }
}
