package dev.slipway.terminal;

import dev.slipway.shared.SandboxId;
import java.util.List;
import java.util.Optional;

/**
 * Recordings of terminal sessions: what shells wrote, never what was typed. They outlive their machines, until
 * {@link RecordingProperties#retention()} is over. Callers have checked that the person may see the sandbox's.
 */
public interface Recordings {

    /** What people are told who are recorded; empty if nobody is. */
    Optional<String> consent();

    /** The recordings of a sandbox's terminals, oldest first. */
    List<Recording> of(SandboxId sandbox);

    Optional<Cast> open(RecordingId id);

    /** Puts a marker in each of a sandbox's recordings that has begun and goes on. Does not wait for the disk. */
    void mark(SandboxId sandbox, String label);
}
