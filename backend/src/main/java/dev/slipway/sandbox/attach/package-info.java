/** Streams into machines that are not made by the platform, through processes that it starts. Decision 0008. */
@NullMarked
package dev.slipway.sandbox.attach;

import org.jspecify.annotations.NullMarked;
