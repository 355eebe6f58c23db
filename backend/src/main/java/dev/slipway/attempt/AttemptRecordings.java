package dev.slipway.attempt;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.terminal.Cast;
import dev.slipway.terminal.Recording;
import java.util.List;
import java.util.Optional;

/**
 * Recordings of the terminals of attempts, also of attempts that have ended. Learners may see the recordings of their
 * own attempts, and staff may see all recordings. For another learner's recording, a learner gets the same error as for
 * a recording that does not exist.
 */
public interface AttemptRecordings {

    /** Returns the notice for learners that terminals are recorded; empty if recording is off. */
    Optional<String> consent();

    /** Returns the recordings of all machines that the attempt had, oldest first. */
    List<Recording> list(AccountId actor, AttemptId attempt);

    /**
     * Opens a recording.
     *
     * @param recording a {@link dev.slipway.terminal.RecordingId} as text
     */
    Cast open(AccountId actor, AttemptId attempt, String recording);

    /**
     * Adds a marker to the attempt's recordings when its learner turns to another page; does nothing for other
     * accounts.
     */
    void turnedTo(AccountId actor, AttemptId attempt, String pageTitle);
}
