package dev.slipway.ui.workspace;

import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.ui.shell.LiveEvents;

/** Where the workspace has its previews from, and who tells it when ports come and go. */
record PreviewSource(AttemptPreviews attempts, LiveEvents events) {}
