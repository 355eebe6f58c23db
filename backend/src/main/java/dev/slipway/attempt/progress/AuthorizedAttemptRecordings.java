package dev.slipway.attempt.progress;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.AttemptRecordings;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.Cast;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingId;
import dev.slipway.terminal.Recordings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Reads the recordings of all sandboxes that an attempt had, for accounts that may see the attempt. */
@Service
class AuthorizedAttemptRecordings implements AttemptRecordings {
    private final AttemptStore store;
    private final Sandboxes sandboxes;
    private final Recordings recordings;

    AuthorizedAttemptRecordings(AttemptStore store, Sandboxes sandboxes, Recordings recordings) {
        this.store = store;
        this.sandboxes = sandboxes;
        this.recordings = recordings;
    }

    @Override
    public Optional<String> consent() {
        return recordings.consent();
    }

    @Override
    public List<Recording> list(AccountId actor, AttemptId attempt) {
        store.visible(actor, attempt);
        return sandboxes.findAll(attempt).stream()
                .flatMap(sandbox -> recordings.of(sandbox.id()).stream())
                .sorted(Comparator.comparing(Recording::id))
                .toList();
    }

    @Override
    public Cast open(AccountId actor, AttemptId attempt, String recording) {
        store.visible(actor, attempt);
        return RecordingId.parse(recording)
                .filter(id -> belongs(id, attempt))
                .flatMap(recordings::open)
                .orElseThrow(() -> new UserFacingException(AttemptError.RECORDING_NOT_FOUND));
    }

    @Override
    public void turnedTo(AccountId actor, AttemptId attempt, String pageTitle) {
        var row = store.visible(actor, attempt);
        if (row.isOpen() && row.learner().equals(actor)) {
            sandboxes.findLatest(attempt).ifPresent(sandbox -> recordings.mark(sandbox.id(), "page: " + pageTitle));
        }
    }

    private boolean belongs(RecordingId id, AttemptId attempt) {
        return sandboxes
                .find(id.terminal().sandbox())
                .map(Sandbox::attempt)
                .filter(attempt::equals)
                .isPresent();
    }
}
