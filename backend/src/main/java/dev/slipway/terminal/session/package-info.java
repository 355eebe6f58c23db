/** Terminal sessions: shells, their viewers, flow control and replay. */
@NullMarked
package dev.slipway.terminal.session;

import org.jspecify.annotations.NullMarked;
