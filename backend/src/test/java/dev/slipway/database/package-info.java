/** The databases on which tests run. */
@NullMarked
package dev.slipway.database;

import org.jspecify.annotations.NullMarked;
