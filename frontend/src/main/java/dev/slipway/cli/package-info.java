/** Commands of the jar. The project's script calls them; with a command, the jar does not start the server. */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
