/** Typing into terminals, and reading what they show. */
@NullMarked
package dev.slipway.proof.typing;

import org.jspecify.annotations.NullMarked;
