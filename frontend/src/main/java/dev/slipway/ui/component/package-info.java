/** Presentational pieces that know no service. */
@NullMarked
package dev.slipway.ui.component;

import org.jspecify.annotations.NullMarked;
