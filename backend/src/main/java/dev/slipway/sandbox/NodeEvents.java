package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.Optional;

/** Event streams of the node engines. Each engine has one stream, which all its followers share. */
public interface NodeEvents {

    /**
     * Follows a node engine until closed, through restarts of the engine. One more call may arrive just after the
     * close.
     */
    Following follow(SandboxId sandbox, NodeName node, Follower follower);

    /**
     * Listener for the events of one engine. The engine's only thread calls it, and all other followers of the engine
     * wait meanwhile: each method must return at once and must access the node from another thread.
     */
    interface Follower {

        /**
         * Returns the time from which events are wanted, inclusive, as far as the engine remembers them. Called each
         * time that the stream is opened. Empty means only new events; older ones may still arrive if other followers
         * asked for them.
         */
        default Optional<Instant> since() {
            return Optional.empty();
        }

        /**
         * Receives an event as Docker's API describes it. The same event may arrive twice. The attributes are limited
         * to {@code name}, {@code image}, {@code container}, {@code exitCode} and {@code execID}.
         */
        void event(NodeEvent event);

        /**
         * Called when the stream is open. Not called for a follower that joins an open stream and wants no older
         * events.
         *
         * @param brokenSince time since which events may be missing; empty if none are
         */
        void opened(Optional<Instant> brokenSince);

        /** Called when events may be missing because the engine reports faster than the platform reads. */
        default void missed() {}

        /**
         * Called once when the engine cannot be reached; not repeated until the stream was open again. Not called while
         * the sandbox is not ready or is frozen, because the paused engine changes nothing.
         */
        void away();
    }

    /** Registration of a follower. Any thread may close it, also more than once. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
