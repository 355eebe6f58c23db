/** The catalogue: courses and their labs. */
@NullMarked
package dev.slipway.ui.catalog;

import org.jspecify.annotations.NullMarked;
