package dev.slipway.terminal.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.account.SessionKey;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.recording.Recorder;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.ProtocolException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * All terminal sessions. Both collections are concurrent. {@code current} has at most one session for each terminal;
 * {@code all} also has ended sessions that still send frames to their viewers.
 */
@Component
public class Sessions {
    /** Size of a shell until a viewer sends its own size. */
    private static final TerminalSize USUAL_SIZE = new TerminalSize(80, 24);

    /**
     * Limit for input that the platform types on behalf of a user. It is enough for a few commands; if more input is
     * unread, the shell does not read its input.
     */
    private static final int MAX_TYPED = 64 * 1024;

    private final ConcurrentMap<TerminalKey, TerminalSession> current = new ConcurrentHashMap<>();
    private final Set<TerminalSession> all = ConcurrentHashMap.newKeySet();
    private final SecureRandom random = new SecureRandom();
    private final SessionContext context;

    record SessionContext(
            NodeStreams streams,
            TerminalProperties properties,
            Clock clock,
            Recorder recorder,
            FloodShare floods,
            LostNodes lost) {}

    Sessions(NodeStreams streams, TerminalProperties properties, Clock clock, Recorder recorder) {
        var rate = properties.floodRate().toBytes() * Runtime.getRuntime().availableProcessors();
        var floods = new FloodShare(rate, System::nanoTime);
        this.context = new SessionContext(streams, properties, clock, recorder, floods, new LostNodes());
    }

    /**
     * Connects a viewer to a terminal. Starts its shell if there is none.
     *
     * @throws UserFacingException if the account has too many connections
     * @throws ProtocolException if the hello asks to resume after the end of the output
     */
    public Viewer attach(AccountId account, SessionKey signIn, TerminalKey key, Hello hello, ViewerLink link)
            throws ProtocolException {
        var connections =
                all.stream().mapToInt(session -> session.connections(account)).sum();
        if (connections >= context.properties().maxConnections()) {
            throw new UserFacingException(TerminalError.TOO_MANY_CONNECTIONS);
        }
        while (true) {
            var session = session(key, hello.size());
            var viewer = session.attach(new Viewer.Id(account, signIn, hello.viewer()), hello, link);
            if (viewer.isPresent()) {
                // The shell starts after the viewer is attached, so that the driver sets the pace from the first byte.
                session.start();
                return viewer.get();
            }
        }
    }

    /**
     * Types into a terminal. Starts its shell if there is none.
     *
     * @throws UserFacingException if the shell has not yet read enough of the earlier input
     */
    public void type(TerminalKey key, String text) {
        // A terminal's Enter key sends a carriage return.
        var typed = text.replace("\r\n", "\r").replace('\n', '\r').getBytes(UTF_8);
        var session = session(key, USUAL_SIZE);
        session.start();
        if (!session.type(typed, MAX_TYPED)) {
            throw new UserFacingException(TerminalError.SHELL_BUSY);
        }
    }

    /** Ends a terminal's shell, if it has one. Viewers see the same end as after an exit of the shell. */
    public void close(TerminalKey key) {
        // If there is no session, this creates one without opening it. Its close still ends a shell that has kept
        // running since an earlier run of the platform.
        session(key, USUAL_SIZE).close();
    }

    /** Resumes reading a shell that is already running in its node, also without viewers. */
    void resume(TerminalKey key) {
        session(key, USUAL_SIZE).resume();
    }

    /** Closes every connection of an account. The shells keep running. */
    public void disconnect(AccountId account) {
        all.forEach(
                session -> session.disconnect(viewer -> viewer.account().equals(account), TerminalError.SIGNED_OUT));
    }

    /** Closes every connection that one sign-in of an account opened. The shells keep running. */
    public void disconnect(SessionKey signIn) {
        all.forEach(session -> session.disconnect(viewer -> viewer.signIn().equals(signIn), TerminalError.SIGNED_OUT));
    }

    void endAll(SandboxId sandbox, TerminalError reason) {
        end(session -> session.key().sandbox().equals(sandbox), reason);
        context.lost().remove(sandbox);
    }

    void endAll(SandboxId sandbox, NodeName node, TerminalError reason) {
        end(
                session -> session.key().sandbox().equals(sandbox)
                        && session.key().node().equals(node)
                        // A session that follows a loss already has its shell on the new machine, so it must not end.
                        && !session.followsLoss(),
                reason);
        context.lost().remove(sandbox, node);
    }

    void endAll(TerminalError reason) {
        end(_ -> true, reason);
    }

    /** Runs the periodic work of all sessions and removes sessions that have ended and have no viewers left. */
    void tick() {
        all.forEach(TerminalSession::tick);
        all.removeIf(TerminalSession::isOver);
        current.values().removeIf(TerminalSession::isOver);
    }

    private TerminalSession session(TerminalKey key, TerminalSize size) {
        return current.compute(key, (_, session) -> {
            if (session != null && !session.hasEnded()) {
                return session;
            }
            var fresh = new TerminalSession(key, random.nextLong(), size, context);
            all.add(fresh);
            return fresh;
        });
    }

    private void end(Predicate<TerminalSession> which, TerminalError reason) {
        for (var session : all) {
            if (which.test(session)) {
                session.end(reason);
            }
        }
    }
}
