package dev.slipway.attempt;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.terminal.Cast;
import dev.slipway.terminal.Recording;
import java.util.List;
import java.util.Optional;

/**
 * Recordings of attempts' terminals, also of attempts that have ended. As with {@link Attempts}, learners see those of
 * their own attempts and staff see all; a foreign one looks like one that does not exist.
 */
public interface AttemptRecordings {

    /** What learners are told who are recorded; empty if nobody is. */
    Optional<String> consent();

    /** The recordings of all machines that the attempt had, oldest first. */
    List<Recording> list(AccountId actor, AttemptId attempt);

    /** @param recording a {@link dev.slipway.terminal.RecordingId} as text */
    Cast open(AccountId actor, AttemptId attempt, String recording);

    /** Marks in the attempt's recordings that its learner now reads another page; what others read is not marked. */
    void turnedTo(AccountId actor, AttemptId attempt, String pageTitle);
}
