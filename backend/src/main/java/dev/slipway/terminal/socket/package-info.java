/** WebSocket of the terminals, its tickets and its Origin check. */
@NullMarked
package dev.slipway.terminal.socket;

import org.jspecify.annotations.NullMarked;
