/**
 * Gathers facts: from the APIs and event streams of node engines, with probes from outside, and with commands in nodes.
 */
@NullMarked
package dev.slipway.check.gather;

import org.jspecify.annotations.NullMarked;
