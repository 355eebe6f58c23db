package dev.slipway.proof;

import dev.slipway.lab.Lab;
import dev.slipway.lab.Proof;

/**
 * Tries proofs as a learner would go through the lab: an attempt of its own on real machines, a solution typed line by
 * line into real terminals, verdicts by the same checks. The attempt is ended afterwards, whatever happened.
 */
public interface Proofs {

    /** Tries a proof once; returns when its machines have been given back. A lab that cannot start is a result, too. */
    ProofResult prove(Lab lab, Proof proof);
}
