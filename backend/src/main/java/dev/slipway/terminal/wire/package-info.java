/** Frames between a viewer and the platform, as specified in docs/terminal-protocol.md. */
@NullMarked
package dev.slipway.terminal.wire;

import org.jspecify.annotations.NullMarked;
