/** Maintenance of the embedded database. Does nothing on PostgreSQL. */
@NullMarked
package dev.slipway.database;

import org.jspecify.annotations.NullMarked;
