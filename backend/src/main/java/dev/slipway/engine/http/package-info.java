/**
 * HTTP over a stream into a node, for callers that need more than {@link dev.slipway.engine.StreamHttpClient} offers.
 */
@NamedInterface("http")
@NullMarked
package dev.slipway.engine.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
