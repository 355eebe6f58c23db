package dev.slipway.sandbox;

import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.Optional;

/** What node engines report. However many follow an engine, it has one subscriber. */
public interface NodeEvents {

    /** Follows a node engine until closed, through its restarts; a last word may come just after that. */
    Following follow(SandboxId sandbox, NodeName node, Follower follower);

    /**
     * Somebody who wants to know what an engine reports. Called by the engine's one thread, which the others wait for:
     * return at once, and look at the node elsewhere.
     */
    interface Follower {

        /**
         * From when reports are wanted, inclusive, as far as the engine remembers. Asked each time that the stream is
         * opened. Empty for whatever comes from now on; then older ones may come too, which others asked for.
         */
        default Optional<Instant> since() {
            return Optional.empty();
        }

        /**
         * Something has happened, as Docker's API describes it. It may have been told before. Of the attributes there
         * are {@code name}, {@code image}, {@code container}, {@code exitCode} and {@code execID}.
         */
        void event(NodeEvent event);

        /**
         * The stream is open. Not told to one who joins those that listen already and wants nothing from before.
         *
         * @param brokenSince from when reports may be missing; empty if none are
         */
        void opened(Optional<Instant> brokenSince);

        /** Reports may be missing because the engine reports faster than it is read. */
        default void missed() {}

        /**
         * The engine cannot be reached, which is told once until the stream is open again. Not told of a sandbox that is
         * not ready or is frozen: its engine stands still and changes nothing.
         */
        void away();
    }

    /** Somebody's wish to know; any thread may close it, and more than once. */
    interface Following extends AutoCloseable {
        @Override
        void close();
    }
}
