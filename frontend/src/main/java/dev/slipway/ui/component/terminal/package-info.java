/** The terminal component: xterm.js in the browser, connected through the platform's own WebSocket. */
@NullMarked
package dev.slipway.ui.component.terminal;

import org.jspecify.annotations.NullMarked;
