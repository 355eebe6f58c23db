/** What streams need, whoever makes them: time limits and bounded outputs. */
@NamedInterface("support")
@NullMarked
package dev.slipway.engine.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
