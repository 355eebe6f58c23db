/** Care for the embedded database. Nothing here runs on PostgreSQL. */
@NullMarked
package dev.slipway.database;

import org.jspecify.annotations.NullMarked;
