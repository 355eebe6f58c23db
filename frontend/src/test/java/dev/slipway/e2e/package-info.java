/** Tests in a real browser, with the built application and a real engine. */
@NullMarked
package dev.slipway.e2e;

import org.jspecify.annotations.NullMarked;
