/** What was observed in an attempt's machines, as data that can be stored and evaluated again. */
@NullMarked
package dev.slipway.check.fact;

import org.jspecify.annotations.NullMarked;
