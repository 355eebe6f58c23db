/** Time limits and bounded outputs for streams of all kinds. */
@NamedInterface("support")
@NullMarked
package dev.slipway.engine.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
