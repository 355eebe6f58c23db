/** Maintenance of the embedded database. With PostgreSQL, this code does nothing. */
@NullMarked
package dev.slipway.database;

import org.jspecify.annotations.NullMarked;
