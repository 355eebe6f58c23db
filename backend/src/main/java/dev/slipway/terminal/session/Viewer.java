package dev.slipway.terminal.session;

import dev.slipway.account.SessionKey;
import dev.slipway.engine.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Alive;
import dev.slipway.terminal.wire.Frame.FromClient;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Position;
import dev.slipway.terminal.wire.Frame.Reset;
import dev.slipway.terminal.wire.Frame.Resize;
import dev.slipway.terminal.wire.Frame.Role;
import dev.slipway.terminal.wire.Frame.RoleIs;
import dev.slipway.terminal.wire.Frame.Sight;
import dev.slipway.terminal.wire.Frame.Taken;
import dev.slipway.terminal.wire.Frame.Welcome;
import dev.slipway.terminal.wire.FrameCodec;
import dev.slipway.terminal.wire.ProtocolException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One browser that looks at a session. Nothing waits in queues for it: it has a place in the session's output, and what
 * else it must be told is remembered as the difference between how things are and what it was told. All fields that
 * change are guarded by its session's lock; only its own thread sends.
 */
public final class Viewer {
    private static final Logger log = LoggerFactory.getLogger(Viewer.class);

    /** Clients may have several times as much under way, so telling more often is of no use. */
    private static final int TAKEN_STEP = 16 * 1024;

    private final TerminalSession session;
    private final ViewerLink link;
    private final Condition news;
    private final Optional<Position> resume;
    private final Place place;
    final Id id;

    private boolean welcomed;
    private boolean gone;
    private boolean aliveDue;
    private @Nullable FromServer farewell;
    private Role role = Role.VIEWER;
    private Role toldRole = Role.VIEWER;
    private TerminalSize size;
    private long accepted;
    private long taken;
    private long toldTaken;
    private Instant lastHeard;
    private Instant lastAsked;

    /** Which terminal of which account's pages, and the sign-in that opened it; the same again after a reconnect. */
    record Id(AccountId account, SessionKey signIn, long number) {}

    Viewer(TerminalSession session, Id id, ViewerLink link, Hello hello, Instant now) {
        this.session = session;
        this.id = id;
        this.link = link;
        this.news = session.newCondition();
        this.resume = hello.resume();
        this.place = new Place(hello.page());
        this.size = hello.size();
        this.lastHeard = now;
        this.lastAsked = now;
    }

    /** Handles what the client sent. Never waits for the node or for another viewer. */
    public void receive(FromClient frame) throws ProtocolException {
        switch (frame) {
            case Input(var offset, var bytes) -> session.input(this, offset, bytes);
            case Ack(var offset) -> session.acknowledged(this, offset);
            case Resize(var newSize) -> session.resize(this, newSize);
            case Sight(var visible) -> session.seen(this, visible);
            case Reset() -> session.reset(this);
            case Hello _ -> throw new ProtocolException("a second hello");
        }
    }

    /** Closes the connection after telling why. */
    public void dismiss(TerminalError reason) {
        session.dismiss(this, reason);
    }

    /** The connection is gone. */
    public void lost() {
        session.detach(this);
    }

    void startSending() {
        Thread.ofVirtual().name("terminal-send-" + session.key()).start(this::send);
    }

    private void send() {
        try {
            for (var frame = session.awaitFrame(this); frame.isPresent(); frame = session.awaitFrame(this)) {
                link.send(FrameCodec.encode(frame.get()));
            }
        } catch (IOException | IllegalStateException lost) {
            log.debug("terminal viewer lost terminal={} cause={}", session.key(), lost.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.error("terminal viewer failed terminal={}", session.key(), failure);
            sendQuietly(Farewells.closed(TerminalError.PLATFORM_FAILED));
        } finally {
            session.detach(this);
            link.close();
        }
    }

    private void sendQuietly(FromServer farewell) {
        try {
            link.send(FrameCodec.encode(farewell));
        } catch (IOException | IllegalStateException gone) {
            log.debug("terminal viewer lost terminal={} cause={}", session.key(), gone.toString());
        }
    }

    // Below: only with the session's lock held.

    /** Goes on where it was in this shell's output, or begins. */
    void startIn(Replay replay, long epoch) throws ProtocolException {
        place.startIn(replay, resume, epoch);
    }

    /** Whether its screen may lack what was painted before its first output. */
    boolean needsPainting(Replay replay) {
        return place.needsPainting(replay);
    }

    /** Its input goes on after what came over earlier connections. */
    void continueInput(long offset) {
        accepted = offset;
        taken = offset;
        toldTaken = offset;
    }

    /** What to tell next, if there is anything to tell now. */
    Optional<FromServer> nextFrame(Replay replay, int window, boolean over) {
        if (!welcomed) {
            welcomed = true;
            toldRole = role;
            return Optional.of(
                    new Welcome(session.epoch(), place.cursor(), replay.output().end(), accepted, role));
        }
        if (farewell != null) {
            gone = true;
            return Optional.of(farewell);
        }
        if (toldRole != role) {
            toldRole = role;
            return Optional.of(new RoleIs(role));
        }
        if (taken - toldTaken >= TAKEN_STEP) {
            toldTaken = taken;
            return Optional.of(new Taken(taken));
        }
        if (aliveDue) {
            aliveDue = false;
            return Optional.of(new Alive());
        }
        return place.next(replay, window, over);
    }

    /** Whether all of the output was sent. */
    boolean hasAll(OutputBuffer output) {
        return place.cursor() == output.end();
    }

    void acknowledge(long offset) throws ProtocolException {
        place.acknowledge(offset);
    }

    /** Whether the node may wait for it: somebody looks at it. */
    boolean setsPace() {
        return place.isVisible();
    }

    void visible(boolean now) {
        place.visible(now);
        news.signal();
    }

    /** Counts input in; gives how many of its first bytes were there before. */
    int accept(long offset, int length, long limit) throws ProtocolException {
        if (offset > accepted) {
            throw new ProtocolException("input is missing");
        }
        var known = (int) Math.min(length, accepted - offset);
        if (accepted + length - known - taken > limit) {
            throw new ProtocolException("more input than the window allows");
        }
        accepted += length - known;
        return known;
    }

    void took(int bytes) {
        taken += bytes;
        if (taken - toldTaken >= TAKEN_STEP) {
            news.signal();
        }
    }

    void heard(Instant now) {
        lastHeard = now;
    }

    boolean silentSince(Instant then) {
        return lastHeard.isBefore(then);
    }

    void askForLife(Instant now, Instant lastTime) {
        if (lastAsked.isBefore(lastTime)) {
            lastAsked = now;
            aliveDue = true;
            news.signal();
        }
    }

    void role(Role newRole) {
        role = newRole;
        news.signal();
    }

    void size(TerminalSize newSize) {
        size = newSize;
    }

    TerminalSize size() {
        return size;
    }

    long acked() {
        return place.acked();
    }

    long accepted() {
        return accepted;
    }

    void farewell(FromServer last) {
        farewell = last;
        news.signal();
    }

    void leave() {
        gone = true;
        news.signal();
    }

    boolean isGone() {
        return gone;
    }

    void tell() {
        news.signal();
    }

    /** Signalled when there may be something to tell. */
    Condition news() {
        return news;
    }

    /** Ends a send that may be stuck. */
    void cut() {
        Thread.ofVirtual().name("terminal-close-" + session.key()).start(link::close);
    }
}
