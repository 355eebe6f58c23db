/** The test of who may call which route of the API, on the real services. */
@NullMarked
package dev.slipway.api.access;

import org.jspecify.annotations.NullMarked;
