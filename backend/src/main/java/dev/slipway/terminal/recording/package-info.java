/** Recording of terminal sessions as asciicast v3, one file for each recording, and reading of these files. */
@NullMarked
package dev.slipway.terminal.recording;

import org.jspecify.annotations.NullMarked;
