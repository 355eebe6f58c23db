package dev.slipway.sandbox.persistence;

import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Stage;
import dev.slipway.sandbox.persistence.SandboxEntity.Phase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The columns that store the state of a sandbox. */
record StateColumns(
        Phase phase,
        @Nullable Stage stage,
        @Nullable EndReason endReason,
        @Nullable String failure) {

    /** @param position in the queue, if the sandbox waits */
    SandboxState toState(int position) {
        return switch (phase) {
            case REQUESTED -> new SandboxState.Requested(position);
            case PROVISIONING -> new SandboxState.Provisioning(Objects.requireNonNull(stage));
            case READY -> new SandboxState.Ready();
            case FROZEN, THAWING -> new SandboxState.Frozen();
            case ENDING -> new SandboxState.Ending();
            case ENDED -> new SandboxState.Ended(Objects.requireNonNull(endReason));
            case FAILED -> new SandboxState.Failed(Objects.requireNonNull(failure));
        };
    }
}
