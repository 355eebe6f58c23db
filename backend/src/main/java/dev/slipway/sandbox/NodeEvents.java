package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.Optional;

/** Event streams of the node engines. Each engine has one stream, which all its followers share. */
public interface NodeEvents {

    /**
     * Passes the events of a node engine to a follower until the registration is closed, also after the engine has
     * restarted. The follower may still be called once just after the close.
     */
    Following follow(SandboxId sandbox, NodeName node, Follower follower);

    /**
     * Listener for the events of one engine. One thread of the platform calls all followers of an engine, one after the
     * other. So each method must return at once, and a follower must access the node only from another thread.
     */
    interface Follower {

        /**
         * Returns the time from which the follower wants events, inclusive; the engine sends the events that it still
         * remembers. Empty means that the follower wants only new events; older events may still arrive if another
         * follower wants them. The platform calls this method when the follower is registered and each time that it
         * opens the stream.
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
         * Called when the stream has been opened. Not called for a follower that wants no older events and is
         * registered while the stream is open.
         *
         * @param brokenSince time since which events may be missing; empty if no events are missing
         */
        void opened(Optional<Instant> brokenSince);

        /** Called when events may be missing because the engine reports faster than the platform reads. */
        default void missed() {}

        /**
         * Called when the engine cannot be reached; called again only if the stream was open in between. Not called
         * while the sandbox is frozen or otherwise not ready: a frozen engine is paused and has no events.
         */
        void away();
    }

    /** Registration of a follower. Any thread may close it, also more than once. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
