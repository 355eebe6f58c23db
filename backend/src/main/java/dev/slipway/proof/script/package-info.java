/** Parses solutions into the steps that a learner would type. */
@NullMarked
package dev.slipway.proof.script;

import org.jspecify.annotations.NullMarked;
