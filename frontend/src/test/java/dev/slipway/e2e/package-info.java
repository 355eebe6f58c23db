/** The learner's story in a real browser, on the built application and a real engine. */
@NullMarked
package dev.slipway.e2e;

import org.jspecify.annotations.NullMarked;
