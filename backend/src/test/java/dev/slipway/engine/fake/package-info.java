/** A container engine without containers, for tests of every module. Kept honest by the engine's contract test. */
@NullMarked
package dev.slipway.engine.fake;

import org.jspecify.annotations.NullMarked;
