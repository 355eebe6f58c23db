/** How often people may guess. */
@NullMarked
package dev.slipway.account.limit;

import org.jspecify.annotations.NullMarked;
