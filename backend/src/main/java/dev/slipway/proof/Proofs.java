package dev.slipway.proof;

import dev.slipway.lab.Lab;
import dev.slipway.lab.Proof;

/**
 * Runs proofs in the way a learner would do the lab: in a separate attempt with real nodes, with a solution that is
 * typed line by line into real terminals, and with the checks of the lab. The attempt always ends afterwards.
 */
public interface Proofs {

    /**
     * Runs a proof once and returns after its attempt has ended. If the lab cannot start, the result contains the
     * reason.
     */
    ProofResult prove(Lab lab, Proof proof);
}
