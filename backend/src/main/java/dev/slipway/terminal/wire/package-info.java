/** The frames between a viewer and the platform, as docs/terminal-protocol.md describes them. */
@NullMarked
package dev.slipway.terminal.wire;

import org.jspecify.annotations.NullMarked;
