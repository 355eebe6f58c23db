/** Reusable components. They display what they are given and use no service. */
@NullMarked
package dev.slipway.ui.component;

import org.jspecify.annotations.NullMarked;
