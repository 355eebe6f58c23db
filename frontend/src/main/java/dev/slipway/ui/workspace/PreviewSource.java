package dev.slipway.ui.workspace;

import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.ui.shell.LiveEvents;

/** The previews of attempts, and the events that report changes of their ports. */
record PreviewSource(AttemptPreviews attempts, LiveEvents events) {}
