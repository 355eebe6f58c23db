/** HTTP over a stream into a node, for those to whom {@link dev.slipway.engine.StreamHttpClient} gives too little. */
@NamedInterface("http")
@NullMarked
package dev.slipway.engine.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
