/** The screen that replays recorded terminals. */
@NullMarked
package dev.slipway.ui.recording;

import org.jspecify.annotations.NullMarked;
