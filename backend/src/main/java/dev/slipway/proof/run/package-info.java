/** Running proofs on sandboxes and judging what came of them. */
@NullMarked
package dev.slipway.proof.run;

import org.jspecify.annotations.NullMarked;
