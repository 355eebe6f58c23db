/** Capabilities and images of the host. */
@NullMarked
package dev.slipway.sandbox.host;

import org.jspecify.annotations.NullMarked;
