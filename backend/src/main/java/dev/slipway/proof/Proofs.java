package dev.slipway.proof;

import dev.slipway.lab.Lab;
import dev.slipway.lab.Proof;

/**
 * Runs proofs in the way in which a learner would do the lab: each proof starts an attempt of its own with real nodes,
 * types its solution line by line into real terminals, and evaluates the checks of the lab. The attempt always ends
 * afterwards.
 */
public interface Proofs {

    /**
     * Runs a proof once and returns after its attempt has ended. If the lab cannot start, the result contains the
     * reason.
     */
    ProofResult prove(Lab lab, Proof proof);
}
