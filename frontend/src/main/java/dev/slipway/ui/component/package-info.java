/** Reusable components. They display the values that they receive and call no service. */
@NullMarked
package dev.slipway.ui.component;

import org.jspecify.annotations.NullMarked;
