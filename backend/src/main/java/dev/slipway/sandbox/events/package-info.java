/** What node engines report: one event stream for each engine, however many follow it. */
@NullMarked
package dev.slipway.sandbox.events;

import org.jspecify.annotations.NullMarked;
