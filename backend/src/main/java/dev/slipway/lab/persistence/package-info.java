/** The files of labs in the database. */
@NullMarked
package dev.slipway.lab.persistence;

import org.jspecify.annotations.NullMarked;
