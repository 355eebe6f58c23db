package dev.slipway.terminal.session;

import static org.awaitility.Awaitility.await;

import dev.slipway.account.SessionKey;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.wire.Frame;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Alive;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Output;
import dev.slipway.terminal.wire.Frame.Position;
import dev.slipway.terminal.wire.Frame.Resize;
import dev.slipway.terminal.wire.Frame.Role;
import dev.slipway.terminal.wire.Frame.RoleIs;
import dev.slipway.terminal.wire.Frame.SizeIs;
import dev.slipway.terminal.wire.Frame.Taken;
import dev.slipway.terminal.wire.Frame.Welcome;
import dev.slipway.terminal.wire.FrameCodec;
import dev.slipway.terminal.wire.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fake of a browser's terminal. It keeps the output that it receives, reports duplicate and missing output, and can
 * reconnect. Guarded by its monitor.
 */
final class FakeBrowser {
    private Sessions sessions;
    private final AccountId account;
    private final SessionKey signIn = SessionKey.unshared();
    private final TerminalKey key;
    private final long number;
    private final List<FromServer> news = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private TerminalSize size = new TerminalSize(80, 24);
    private Frame.Page page = new Frame.Page(true, false);
    private @Nullable Viewer viewer;
    private @Nullable Connection connection;
    private boolean acknowledges = true;
    private boolean reads = true;
    private boolean welcomed;
    private long epoch;
    private long offset;
    private long typed;
    private long taken;
    private Role role = Role.VIEWER;

    FakeBrowser(Sessions sessions, AccountId account, TerminalKey key, long number) {
        this.sessions = sessions;
        this.account = account;
        this.key = key;
        this.number = number;
    }

    /** Makes later connections go to another run of the platform. */
    void moveTo(Sessions next) {
        sessions = next;
    }

    FakeBrowser sized(int columns, int rows) {
        size = new TerminalSize(columns, rows);
        return this;
    }

    synchronized FakeBrowser withoutAcknowledging() {
        acknowledges = false;
        return this;
    }

    synchronized FakeBrowser withoutReading() {
        reads = false;
        return this;
    }

    /** Uses version 2 of the protocol, as current pages do. */
    FakeBrowser withSnapshots() {
        page = new Frame.Page(true, true);
        return this;
    }

    /** Hides the terminal, as if its tab were not in front. */
    FakeBrowser hidden() {
        page = new Frame.Page(false, true);
        return this;
    }

    synchronized void readAgain() {
        reads = true;
        notifyAll();
    }

    FakeBrowser connect() {
        return connect(Optional.empty());
    }

    /**
     * Reconnects and requests the missing output, before or after the platform has noticed that the old connection is
     * lost.
     */
    FakeBrowser reconnect() {
        return connect(Optional.of(new Position(epoch, offset())));
    }

    private FakeBrowser connect(Optional<Position> resume) {
        var next = new Connection();
        synchronized (this) {
            connection = next;
            welcomed = false;
        }
        try {
            var attached = sessions.attach(account, signIn, key, new Hello("", number, resume, size, page), next);
            synchronized (this) {
                viewer = attached;
            }
        } catch (ProtocolException refused) {
            throw new AssertionError(refused);
        }
        acknowledgeWhatCameDuringConnect();
        return this;
    }

    private void acknowledgeWhatCameDuringConnect() {
        try {
            if (acknowledges) {
                acknowledge();
            }
        } catch (ProtocolException early) {
            // No output has arrived yet.
        }
    }

    void drop() {
        synchronized (this) {
            connection = null;
            notifyAll();
        }
        viewer().lost();
    }

    /** Loses the connection without notifying the platform. */
    synchronized void vanish() {
        connection = null;
        notifyAll();
    }

    void type(byte[] bytes) throws ProtocolException {
        awaitWelcome();
        viewer().receive(new Input(typed, ByteBuffer.wrap(bytes)));
        typed += bytes.length;
    }

    /**
     * Waits for the welcome, as the page's terminal does, because only the welcome contains the offset at which its
     * input continues.
     */
    private void awaitWelcome() {
        await().until(() -> {
            synchronized (this) {
                return welcomed || !reads;
            }
        });
    }

    /** Sends a large input as the page's terminal does: never more than the window beyond the acknowledged input. */
    void paste(byte[] bytes, int window) throws ProtocolException, InterruptedException {
        for (var from = 0; from < bytes.length; ) {
            var length = Math.min(16 * 1024, bytes.length - from);
            synchronized (this) {
                while (typed + length - taken > window) {
                    wait();
                }
            }
            var part = new byte[length];
            System.arraycopy(bytes, from, part, 0, length);
            type(part);
            from += length;
        }
    }

    void resize(int columns, int rows) throws ProtocolException {
        size = new TerminalSize(columns, rows);
        viewer().receive(new Resize(size));
    }

    void acknowledge() throws ProtocolException {
        viewer().receive(new Ack(offset()));
    }

    synchronized long offset() {
        return offset;
    }

    synchronized Role role() {
        return role;
    }

    /** Returns duplicate or missing output that no gap frame announced. */
    synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    synchronized byte[] screen() {
        return screen.toByteArray();
    }

    synchronized <F extends FromServer> List<F> news(Class<F> type) {
        return news.stream().filter(type::isInstance).map(type::cast).toList();
    }

    synchronized Viewer viewer() {
        if (viewer == null) {
            throw new AssertionError("not connected");
        }
        return viewer;
    }

    private final class Connection implements ViewerLink {
        @Override
        public void send(ByteBuffer bytes) throws IOException {
            Viewer current;
            synchronized (FakeBrowser.this) {
                while (!reads && connection == this) {
                    awaitChange();
                }
                if (connection != this) {
                    throw new IOException("dropped");
                }
                show(bytes);
                FakeBrowser.this.notifyAll();
                current = viewer;
                if (!acknowledges || current == null) {
                    return;
                }
            }
            try {
                // The acknowledgement is sent outside the monitor, because a browser also sends it independently of
                // output.
                current.receive(new Ack(offset()));
            } catch (ProtocolException stale) {
                // This acknowledgement reached the new connection before its first output.
            }
        }

        @Override
        public void close() {
            // The fake has no connection to close.
        }

        private void awaitChange() throws IOException {
            try {
                FakeBrowser.this.wait();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException(stopped);
            }
        }

        private void show(ByteBuffer bytes) {
            var frame = decode(bytes);
            news.add(frame);
            switch (frame) {
                case Welcome welcome -> {
                    if (welcome.epoch() != epoch) {
                        screen.reset();
                        epoch = welcome.epoch();
                        offset = welcome.offset();
                    }
                    expect(welcome.offset());
                    role = welcome.role();
                    typed = welcome.input();
                    taken = welcome.input();
                    welcomed = true;
                }
                case Output(var at, var output) -> {
                    expect(at);
                    screen.write(output.array(), output.arrayOffset() + output.position(), output.remaining());
                    offset += output.remaining();
                }
                case Gap(var from, var to) -> {
                    expect(from);
                    offset = to;
                }
                case RoleIs(var newRole) -> role = newRole;
                case Taken(var upTo) -> taken = upTo;
                case Frame.Snapshot(var at, var _, var state) -> {
                    screen.reset();
                    screen.write(state.array(), state.arrayOffset() + state.position(), state.remaining());
                    offset = at;
                }
                case Exit _, Closed _, SizeIs _, Alive _, Frame.Cleared _ -> {}
            }
        }

        private void expect(long at) {
            if (at != offset) {
                problems.add("output jumps from " + offset + " to " + at);
            }
        }

        private static Frame.FromServer decode(ByteBuffer bytes) {
            try {
                return FrameCodec.decodeFromServer(bytes);
            } catch (ProtocolException wrong) {
                throw new AssertionError(wrong);
            }
        }
    }
}
