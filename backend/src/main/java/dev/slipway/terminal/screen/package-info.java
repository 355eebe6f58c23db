/** State of a terminal, computed from its output without drawing it (decision 0017). */
@NullMarked
package dev.slipway.terminal.screen;

import org.jspecify.annotations.NullMarked;
