package dev.slipway.ui.workspace;

import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.ui.shell.ScreenEvents;

/** The API for previews of attempts, and the events that report changes of the open ports. */
record PreviewSource(AttemptPreviews attempts, ScreenEvents events) {}
