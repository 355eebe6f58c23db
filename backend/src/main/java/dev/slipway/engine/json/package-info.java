/** JSON that node engines write, read as a stream and within bounds: a node engine is the learner's and may answer anything. */
@NamedInterface("json")
@NullMarked
package dev.slipway.engine.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
