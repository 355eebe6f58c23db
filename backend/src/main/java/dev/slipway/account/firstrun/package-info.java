/** The accounts of an empty database. */
@NullMarked
package dev.slipway.account.firstrun;

import org.jspecify.annotations.NullMarked;
