/** Streams into attached machines, through processes that the platform starts. See docs/decisions/0008. */
@NullMarked
package dev.slipway.sandbox.attach;

import org.jspecify.annotations.NullMarked;
