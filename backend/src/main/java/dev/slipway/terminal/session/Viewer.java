package dev.slipway.terminal.session;

import dev.slipway.account.SessionKey;
import dev.slipway.sandbox.TerminalSize;
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
 * Browser that is connected to a session. A viewer has no queue of frames. Instead it stores its position in the
 * session's output and the values that it last sent; if the current values differ, the next frame contains them. The
 * session's lock guards all fields that change; only the viewer's own thread sends frames.
 */
public final class Viewer {
    private static final Logger log = LoggerFactory.getLogger(Viewer.class);

    /**
     * Number of input bytes after which the platform acknowledges input. A client may send several times as much
     * unacknowledged input, so a smaller number has no benefit.
     */
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

    /**
     * Identifies a viewer across reconnects: the account, the sign-in, and the number that the page gave its terminal.
     */
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

    /**
     * Handles a frame of the client. Does not wait for the node or another viewer.
     *
     * @throws ProtocolException if the frame is not allowed in this state
     */
    public void receive(FromClient frame) throws ProtocolException {
        switch (frame) {
            case Input(var offset, var bytes) -> session.input(this, offset, bytes);
            case Ack(var offset) -> session.acknowledged(this, offset);
            case Resize(var newSize) -> session.resize(this, newSize);
            case Sight(var visible) -> session.seen(this, visible);
            case Reset() -> session.reset(this);
            case Hello _ -> throw new ProtocolException("the client sent a second hello");
        }
    }

    /** Sends the reason to the browser and then closes the connection. */
    public void dismiss(TerminalError reason) {
        session.dismiss(this, reason);
    }

    /** Removes the viewer after its connection was lost. */
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

    // The caller of each method below holds the session's lock.

    /**
     * Sets the position: the offset up to which the viewer already has this shell's output, or else the oldest offset
     * at which the viewer can start.
     */
    void startIn(Replay replay, long epoch) throws ProtocolException {
        place.startIn(replay, resume, epoch);
    }

    /**
     * Returns whether the viewer's screen may lack content that was painted before the first output that the viewer
     * receives.
     */
    boolean needsPainting(Replay replay) {
        return place.needsPainting(replay);
    }

    /** Sets the input offset to the offset that the viewer's earlier connections reached. */
    void continueInput(long offset) {
        accepted = offset;
        taken = offset;
        toldTaken = offset;
    }

    /**
     * Returns the last frame of a viewer that was dismissed before its welcome, else empty. Such a viewer receives the
     * frame at once, even if the shell is not open yet.
     */
    Optional<FromServer> refusal() {
        if (welcomed || farewell == null) {
            return Optional.empty();
        }
        gone = true;
        return Optional.of(farewell);
    }

    /** Returns the next frame; empty if there is no frame to send now. */
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

    /** Returns whether all output was sent. */
    boolean hasAll(OutputBuffer output) {
        return place.cursor() == output.end();
    }

    void acknowledge(long offset) throws ProtocolException {
        place.acknowledge(offset);
    }

    /** Returns whether reading from the node may wait for this viewer: true if the viewer's page is visible. */
    boolean setsPace() {
        return place.isVisible();
    }

    void visible(boolean now) {
        place.visible(now);
        news.signal();
    }

    /** Counts input as accepted. Returns how many of the input's first bytes an earlier connection has already sent. */
    int accept(long offset, int length, long limit) throws ProtocolException {
        if (offset > accepted) {
            throw new ProtocolException("input before this offset is missing");
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

    /** Returns the condition that is signalled when there may be a frame to send. */
    Condition news() {
        return news;
    }

    /** Closes the connection on another thread, because a send may be blocked. */
    void cut() {
        Thread.ofVirtual().name("terminal-close-" + session.key()).start(link::close);
    }
}
