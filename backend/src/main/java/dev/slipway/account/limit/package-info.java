/** Limits on guesses at passwords and tokens. */
@NullMarked
package dev.slipway.account.limit;

import org.jspecify.annotations.NullMarked;
