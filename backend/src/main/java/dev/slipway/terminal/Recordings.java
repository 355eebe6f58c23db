package dev.slipway.terminal;

import dev.slipway.shared.SandboxId;
import java.util.List;
import java.util.Optional;

/**
 * Recordings of terminal sessions. They contain the output of shells, never the input. A recording outlives its sandbox
 * and is deleted after {@link RecordingProperties#retention()}. Callers must first check that the user may see the
 * sandbox's recordings.
 */
public interface Recordings {

    /** Returns the text that informs users about the recording; empty if recording is disabled. */
    Optional<String> consent();

    /** Returns the recordings of a sandbox's terminals, oldest first. */
    List<Recording> of(SandboxId sandbox);

    /** Returns the content of a recording; empty if it does not exist. */
    Optional<Cast> open(RecordingId id);

    /** Adds a marker to each recording of a sandbox that has output and has not ended. Does not wait for the disk. */
    void mark(SandboxId sandbox, String label);
}
