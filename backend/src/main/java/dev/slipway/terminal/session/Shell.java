package dev.slipway.terminal.session;

import dev.slipway.sandbox.HeldShell;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeHandle;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.wire.Frame.Exit;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connection to the shell process in the node. One thread opens the connection and reads the output, another thread
 * writes the input, and short-lived threads set the size, so that no task blocks another. Only the reading thread sets
 * the field {@code stream}, once.
 */
final class Shell {
    static final int STATUS_UNKNOWN = -1;
    private static final Logger log = LoggerFactory.getLogger(Shell.class);

    /**
     * Timeout for reading the exit status. It is short, because the output has ended before this and the engine already
     * has the status.
     */
    private static final Duration EXIT_STATUS_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Timeout for reading the history, half a megabyte that the agent already has. Viewers must not wait for a slow
     * agent without a limit.
     */
    private static final Duration HISTORY_TIMEOUT = Duration.ofSeconds(30);

    /**
     * Delay between the two size changes of a redraw. A program that receives both changes at once sees only the second
     * size, which equals its current size, and does not redraw.
     */
    private static final Duration NOTICE = Duration.ofMillis(100);

    private final TerminalSession session;
    private final NodeHandle node;
    private final InputPath input = new InputPath();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger sizeChanges = new AtomicInteger();
    private volatile @Nullable NodeStream stream;

    Shell(TerminalSession session, NodeHandle node) {
        this.session = session;
        this.node = node;
    }

    InputPath input() {
        return input;
    }

    /** Opens the shell on the first call. Without a size, a running shell keeps its own size. */
    void start(Optional<TerminalSize> size) {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("terminal-read-" + session.key()).start(() -> run(size));
        }
    }

    /** Sets the shell's size to that of the session, on another thread. */
    void resize() {
        var target = stream;
        if (target != null && sizeChanges.getAndIncrement() == 0) {
            Thread.ofVirtual().name("terminal-resize-" + session.key()).start(() -> applySize(target));
        }
    }

    /** Makes a full-screen program redraw by changing the size of its terminal for a moment. */
    void redraw() {
        var target = stream;
        if (target != null) {
            Thread.ofVirtual().name("terminal-redraw-" + session.key()).start(() -> shrinkAndGrow(target));
        }
    }

    private void shrinkAndGrow(NodeStream target) {
        var size = session.size();
        try {
            target.resize(new TerminalSize(size.columns(), Math.max(1, size.rows() - 1)));
        } catch (NodeException refused) {
            log.debug("terminal not redrawn terminal={} cause={}", session.key(), refused.getMessage());
        }
        CompletableFuture.delayedExecutor(NOTICE.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::resize);
    }

    /** Closes the connection on another thread and does not wait. */
    void close() {
        var open = stream;
        if (open != null) {
            Thread.ofVirtual().name("terminal-end-" + session.key()).start(open::close);
        }
    }

    /** Ends the shell process, which may keep running after the connection is closed. Does not wait for the end. */
    void kill() {
        Thread.ofVirtual().name("terminal-kill-" + session.key()).start(() -> {
            try {
                node.endShell(session.key().number());
            } catch (NodeException | UserFacingException gone) {
                log.info("terminal's shell not ended terminal={} cause={}", session.key(), gone.getMessage());
            }
        });
    }

    /**
     * Opens the shell and reads its output. Any failure ends the session, because a user could not distinguish a failed
     * terminal from a slow one.
     */
    private void run(Optional<TerminalSize> size) {
        try {
            openAndRead(size);
        } catch (RuntimeException failure) {
            log.error("terminal failed terminal={}", session.key(), failure);
            session.end(TerminalError.PLATFORM_FAILED);
        }
    }

    private void openAndRead(Optional<TerminalSize> size) {
        var opened = open(size);
        if (opened == null) {
            return;
        }
        try (opened) {
            if (opened instanceof HeldShell held) {
                session.continues(held);
                readHistory(held);
            }
            stream = opened;
            if (!size.equals(Optional.of(session.size()))) {
                resize();
            }
            var writer =
                    Thread.ofVirtual().name("terminal-write-" + session.key()).start(() -> write(opened.input()));
            session.opened();
            try {
                read(opened);
            } finally {
                writer.interrupt();
            }
            end(opened);
        } catch (IOException lost) {
            log.info("terminal's node lost terminal={} cause={}", session.key(), lost.toString());
            session.end(replacedOr(TerminalError.NODE_UNREACHABLE));
        }
    }

    /**
     * Returns {@code NODE_REPLACED} if the platform is recreating the node, else the other error. The node loses its
     * shells before the event {@code NodeReplaced} arrives.
     */
    private TerminalError replacedOr(TerminalError other) {
        return isReplaced() ? TerminalError.NODE_REPLACED : other;
    }

    private boolean isReplaced() {
        return node.isBeingRecreated();
    }

    private @Nullable NodeStream open(Optional<TerminalSize> size) {
        var key = session.key();
        try {
            return node.open(new StreamRequest.Shell(key.number(), size));
        } catch (NodeException | UserFacingException unreachable) {
            log.info("terminal not opened terminal={} cause={}", key, unreachable.getMessage());
            session.end(replacedOr(TerminalError.NODE_UNREACHABLE));
            return null;
        }
    }

    private void readHistory(HeldShell shell) throws IOException {
        var late = CompletableFuture.runAsync(
                shell::close, CompletableFuture.delayedExecutor(HISTORY_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        try {
            recall(shell);
        } finally {
            late.cancel(false);
        }
    }

    private void recall(HeldShell shell) throws IOException {
        var missing = shell.historyEnd() - shell.from();
        while (missing > 0) {
            var bytes = shell.output().readNBytes((int) Math.min(missing, TerminalProperties.READ_SIZE));
            if (bytes.length == 0) {
                throw new EOFException("the stream ended within its history");
            }
            session.recall(bytes);
            missing -= bytes.length;
        }
    }

    private void read(NodeStream opened) {
        var buffer = new byte[TerminalProperties.READ_SIZE];
        try {
            while (session.awaitRead()) {
                var length = opened.output().read(buffer);
                if (length < 0) {
                    return;
                }
                session.add(buffer, length);
            }
        } catch (IOException lost) {
            log.debug("terminal output ended terminal={} cause={}", session.key(), lost.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(OutputStream opened) {
        try {
            input.writeTo(opened);
        } catch (IOException lost) {
            log.debug("terminal input ended terminal={} cause={}", session.key(), lost.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.error("terminal input failed terminal={}", session.key(), failure);
            session.end(TerminalError.PLATFORM_FAILED);
        }
    }

    private void end(NodeStream ended) {
        if (session.hasEnded()) {
            return;
        }
        if (isReplaced()) {
            session.end(TerminalError.NODE_REPLACED);
            return;
        }
        try {
            session.end(new Exit(ended.exitStatus(EXIT_STATUS_TIMEOUT)));
        } catch (NodeException unknown) {
            log.info("terminal's stream ended terminal={} cause={}", session.key(), unknown.getMessage());
            if (unknown.reason() != NodeException.Reason.UNREACHABLE) {
                session.end(new Exit(STATUS_UNKNOWN));
            } else if (ended instanceof HeldShell) {
                session.end(TerminalError.NODE_UNREACHABLE);
            } else {
                session.end(TerminalError.CONNECTION_LOST);
            }
        }
    }

    private void applySize(NodeStream target) {
        int seen;
        do {
            seen = sizeChanges.get();
            try {
                target.resize(session.size());
            } catch (NodeException refused) {
                log.debug("terminal not resized terminal={} cause={}", session.key(), refused.getMessage());
            }
        } while (!sizeChanges.compareAndSet(seen, 0));
    }
}
