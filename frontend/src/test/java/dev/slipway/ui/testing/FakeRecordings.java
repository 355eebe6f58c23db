package dev.slipway.ui.testing;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.AttemptRecordings;
import dev.slipway.attempt.Attempts;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.Cast;
import dev.slipway.terminal.Recording;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Recordings that a test sets, with the permission checks of the real ones. */
public final class FakeRecordings implements AttemptRecordings {
    public final List<Recording> recorded = new CopyOnWriteArrayList<>();
    public final List<String> marked = new CopyOnWriteArrayList<>();
    private final Attempts attempts;

    FakeRecordings(Attempts attempts) {
        this.attempts = attempts;
    }

    public void clear() {
        recorded.clear();
        marked.clear();
    }

    @Override
    public Optional<String> consent() {
        return Optional.of("The output is recorded, the keys are not.");
    }

    @Override
    public List<Recording> list(AccountId actor, AttemptId attempt) {
        attempts.get(actor, attempt);
        return List.copyOf(recorded);
    }

    @Override
    public Cast open(AccountId actor, AttemptId attempt, String recording) {
        throw new UserFacingException(AttemptError.RECORDING_NOT_FOUND);
    }

    @Override
    public void turnedTo(AccountId actor, AttemptId attempt, String pageTitle) {
        marked.add(pageTitle);
    }
}
