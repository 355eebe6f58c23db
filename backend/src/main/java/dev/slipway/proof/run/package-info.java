/** Runs proofs in sandboxes and compares the results with the proofs' expectations. */
@NullMarked
package dev.slipway.proof.run;

import org.jspecify.annotations.NullMarked;
