package dev.slipway.ui.workspace;

import dev.slipway.attempt.Attempt;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;

/**
 * Summary of the state of an attempt's machines: only the differences that change which actions the learner can take.
 */
enum Phase {
    /** The machines wait for a place or are being created. */
    PREPARING,
    /** The machines are running or frozen. */
    WORKING,
    /** The machines could not be created, or failed later. */
    BROKEN,
    /** There are no machines, or they are being removed. */
    GONE;

    static Phase of(Attempt attempt) {
        return attempt.sandbox().map(Sandbox::state).map(Phase::of).orElse(GONE);
    }

    private static Phase of(SandboxState state) {
        return switch (state) {
            case SandboxState.Requested _, SandboxState.Provisioning _ -> PREPARING;
            case SandboxState.Ready _, SandboxState.Frozen _ -> WORKING;
            case SandboxState.Failed _ -> BROKEN;
            case SandboxState.Ending _, SandboxState.Ended _ -> GONE;
        };
    }
}
