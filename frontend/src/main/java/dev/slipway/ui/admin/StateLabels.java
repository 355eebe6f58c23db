package dev.slipway.ui.admin;

import dev.slipway.sandbox.SandboxState;
import dev.slipway.ui.component.Label;
import dev.slipway.ui.component.Label.Tone;
import java.util.Locale;

/** Labels for the states of a sandbox. */
final class StateLabels {
    private StateLabels() {}

    static Label of(SandboxState state) {
        return switch (state) {
            case SandboxState.Requested waiting -> new Label("Waiting, number " + waiting.position(), Tone.WARNING);
            case SandboxState.Provisioning making ->
                new Label("Being created: " + making.stage().name().toLowerCase(Locale.ENGLISH), Tone.LIVE);
            case SandboxState.Ready _ -> new Label("Ready", Tone.GOOD);
            case SandboxState.Frozen _ -> new Label("Frozen", Tone.NEUTRAL);
            case SandboxState.Ending _ -> new Label("Ending", Tone.NEUTRAL);
            case SandboxState.Ended _ -> new Label("Ended", Tone.NEUTRAL);
            case SandboxState.Failed _ -> new Label("Failed", Tone.BAD);
        };
    }
}
