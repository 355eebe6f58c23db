package dev.slipway.terminal.session;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.TerminalSize;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.wire.Frame.Exit;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process in the node. One thread opens it and reads its output, one writes its input, and one sets its size while
 * there is a size to set; so none of the three holds another. {@code stream} is written once, by the reading thread.
 */
final class Shell {
    static final int STATUS_UNKNOWN = -1;
    private static final Logger log = LoggerFactory.getLogger(Shell.class);

    /** The output has ended by then, so the engine knows already. */
    private static final Duration EXIT_STATUS_TIMEOUT = Duration.ofSeconds(5);

    private final TerminalSession session;
    private final NodeStreams streams;
    private final InputPath input = new InputPath();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicInteger sizeChanges = new AtomicInteger();
    private volatile @Nullable EngineStream stream;

    Shell(TerminalSession session, NodeStreams streams) {
        this.session = session;
        this.streams = streams;
    }

    InputPath input() {
        return input;
    }

    /** Opens the shell, the first time that it is asked to. */
    void start() {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("terminal-read-" + session.key()).start(this::run);
        }
    }

    /** Makes the shell's size that of the session, soon. */
    void resize() {
        var target = stream;
        if (target != null && sizeChanges.getAndIncrement() == 0) {
            Thread.ofVirtual().name("terminal-resize-" + session.key()).start(() -> applySize(target));
        }
    }

    /** Ends the process's streams. Does not wait. */
    void close() {
        var open = stream;
        if (open != null) {
            Thread.ofVirtual().name("terminal-end-" + session.key()).start(open::close);
        }
    }

    private void run() {
        var size = session.size();
        var node = open(size);
        if (node == null) {
            return;
        }
        try (node) {
            stream = node;
            if (!session.size().equals(size)) {
                resize();
            }
            var writer =
                    Thread.ofVirtual().name("terminal-write-" + session.key()).start(() -> write(node.input()));
            session.opened();
            try {
                read(node);
            } finally {
                writer.interrupt();
            }
            end(node);
        }
    }

    private @Nullable EngineStream open(TerminalSize size) {
        try {
            return streams.open(session.key().sandbox(), session.key().node(), new StreamRequest.Shell(size));
        } catch (EngineException | UserFacingException unreachable) {
            log.info("terminal not opened terminal={} cause={}", session.key(), unreachable.getMessage());
            session.end(TerminalError.NODE_UNREACHABLE);
            return null;
        }
    }

    private void read(EngineStream node) {
        var buffer = new byte[TerminalProperties.READ_SIZE];
        try {
            while (session.awaitRead()) {
                var length = node.output().read(buffer);
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

    private void write(OutputStream node) {
        try {
            input.writeTo(node);
        } catch (IOException lost) {
            log.debug("terminal input ended terminal={} cause={}", session.key(), lost.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(EngineStream node) {
        try {
            session.end(new Exit(exitStatus(node)));
        } catch (EngineException lost) {
            log.info("terminal lost its node terminal={} cause={}", session.key(), lost.getMessage());
            session.end(TerminalError.CONNECTION_LOST);
        }
    }

    /** @throws EngineException if the output ended because the node cannot be reached any more */
    private int exitStatus(EngineStream node) {
        if (session.hasEnded()) {
            return STATUS_UNKNOWN;
        }
        try {
            return node.exitStatus(EXIT_STATUS_TIMEOUT);
        } catch (EngineException unknown) {
            if (unknown.reason() == EngineException.Reason.UNREACHABLE) {
                throw unknown;
            }
            log.debug("terminal exit status unknown terminal={} cause={}", session.key(), unknown.getMessage());
            return STATUS_UNKNOWN;
        }
    }

    private void applySize(EngineStream target) {
        int seen;
        do {
            seen = sizeChanges.get();
            try {
                target.resize(session.size());
            } catch (EngineException refused) {
                log.debug("terminal not resized terminal={} cause={}", session.key(), refused.getMessage());
            }
        } while (!sizeChanges.compareAndSet(seen, 0));
    }
}
