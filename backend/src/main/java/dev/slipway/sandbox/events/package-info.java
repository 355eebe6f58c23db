/** Events of the node engines: one event stream for each engine, shared by all its followers. */
@NullMarked
package dev.slipway.sandbox.events;

import org.jspecify.annotations.NullMarked;
