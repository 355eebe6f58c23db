/** Gathers facts: from node engines over their API and event streams, and by probes from outside. */
@NullMarked
package dev.slipway.check.gather;

import org.jspecify.annotations.NullMarked;
