/** The terminal as a component: xterm.js behind our own WebSocket. */
@NullMarked
package dev.slipway.ui.component.terminal;

import org.jspecify.annotations.NullMarked;
