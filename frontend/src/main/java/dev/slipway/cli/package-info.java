/**
 * Commands of the jar, which the project's script calls. If the arguments name a command, the jar runs the command
 * instead of the usual server.
 */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
