package dev.slipway.ui.workspace;

import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.ui.shell.ScreenEvents;

/** The previews of attempts, and the events that report changes of their ports. */
record PreviewSource(AttemptPreviews attempts, ScreenEvents events) {}
