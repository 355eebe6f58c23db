/** Types into terminals and reads their output. */
@NullMarked
package dev.slipway.proof.typing;

import org.jspecify.annotations.NullMarked;
