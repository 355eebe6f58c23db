/** Records terminal sessions as asciicast v3, one file for each, and reads them back. */
@NullMarked
package dev.slipway.terminal.recording;

import org.jspecify.annotations.NullMarked;
