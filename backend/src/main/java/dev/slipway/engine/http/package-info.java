/** HTTP over a stream into a node. Not for other modules, which use {@link dev.slipway.engine.StreamHttpClient}. */
@NullMarked
package dev.slipway.engine.http;

import org.jspecify.annotations.NullMarked;
