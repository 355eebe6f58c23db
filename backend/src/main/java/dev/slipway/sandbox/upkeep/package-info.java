/**
 * Jobs that the platform runs by itself, at its start and on a schedule: they resume interrupted work, recreate nodes
 * that stopped, freeze idle sandboxes, end sandboxes whose lease has expired, and remove orphans. No request calls this
 * package.
 */
@NullMarked
package dev.slipway.sandbox.upkeep;

import org.jspecify.annotations.NullMarked;
