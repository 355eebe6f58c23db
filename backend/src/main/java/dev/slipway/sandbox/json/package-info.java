/**
 * Reads JSON of node engines as a stream and within limits, because a learner controls the node engine, which may send
 * any response.
 */
@NamedInterface("json")
@NullMarked
package dev.slipway.sandbox.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
