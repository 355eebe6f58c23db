/** What the jar does on a command line instead of serving: called by the project's script. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
