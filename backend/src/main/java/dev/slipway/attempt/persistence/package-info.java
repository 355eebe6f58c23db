/** Stored attempts and their evidence. */
@NullMarked
package dev.slipway.attempt.persistence;

import org.jspecify.annotations.NullMarked;
