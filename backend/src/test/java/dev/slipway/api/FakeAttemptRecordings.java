package dev.slipway.api;

import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.AttemptRecordings;
import dev.slipway.attempt.Attempts;
import dev.slipway.attempt.FakeRecordings.FakeCast;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.Cast;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One recording for each attempt. */
final class FakeAttemptRecordings implements AttemptRecordings {
    static final String ID = "abcd1234-node1-1-1767254400000";

    private static final Instant LAST = Instant.ofEpochMilli(1_767_254_461_000L);

    private final Attempts attempts;

    FakeAttemptRecordings(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public Optional<String> consent() {
        return Optional.empty();
    }

    @Override
    public List<Recording> list(AccountId actor, AttemptId attempt) {
        attempts.get(actor, attempt);
        return List.of(new Recording(RecordingId.parse(ID).orElseThrow(), LAST, 1000));
    }

    @Override
    public Cast open(AccountId actor, AttemptId attempt, String recording) {
        return list(actor, attempt).stream()
                .filter(known -> known.id().toString().equals(recording))
                .findFirst()
                .map(FakeCast::new)
                .orElseThrow(() -> new UserFacingException(AttemptError.RECORDING_NOT_FOUND));
    }

    @Override
    public void turnedTo(AccountId actor, AttemptId attempt, String pageTitle) {
        attempts.get(actor, attempt);
    }
}
