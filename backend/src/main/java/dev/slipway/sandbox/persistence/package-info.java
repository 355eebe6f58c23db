/** Stored sandboxes. */
@NullMarked
package dev.slipway.sandbox.persistence;

import org.jspecify.annotations.NullMarked;
