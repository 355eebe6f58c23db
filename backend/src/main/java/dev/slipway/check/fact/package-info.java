/** Observations of an attempt's sandbox, as data that can be stored and evaluated again. */
@NullMarked
package dev.slipway.check.fact;

import org.jspecify.annotations.NullMarked;
