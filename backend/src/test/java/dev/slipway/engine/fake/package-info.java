/**
 * A container engine without containers, for the tests of all modules. The contract test of the engine checks that it
 * behaves like the real one.
 */
@NullMarked
package dev.slipway.engine.fake;

import org.jspecify.annotations.NullMarked;
