/** What the engine's streams and the HTTP client over them share. Not for other modules. */
@NullMarked
package dev.slipway.engine.support;

import org.jspecify.annotations.NullMarked;
