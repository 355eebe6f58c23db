/** The databases that tests run on. */
@NullMarked
package dev.slipway.database;

import org.jspecify.annotations.NullMarked;
