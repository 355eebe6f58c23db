package dev.slipway.ui.workspace;

import dev.slipway.attempt.Attempt;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;

/** What the machines of an attempt allow just now. */
enum Phase {
    /** Waiting for a place, or being made. */
    PREPARING,
    WORKING,
    /** Could not be made, or broke. */
    BROKEN,
    /** Gone, or about to be. */
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
