package dev.slipway.proof.run;

import dev.slipway.account.InternalAccounts;
import dev.slipway.attempt.AttemptEvidence;
import dev.slipway.attempt.Attempts;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Proof;
import dev.slipway.proof.ProofProperties;
import dev.slipway.proof.ProofResult;
import dev.slipway.proof.Proofs;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.Terminals;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.stereotype.Service;

/** Runs proofs in sandboxes of this platform. Each run has its own learner account, so that runs do not interfere. */
@Service
class SandboxProofs implements Proofs {
    private final InternalAccounts accounts;
    private final ProofRun.ProofServices services;

    SandboxProofs(
            InternalAccounts accounts,
            Attempts attempts,
            AttemptEvidence evidence,
            Terminals terminals,
            AttemptChanges changes,
            ProofProperties patience) {
        this.accounts = accounts;
        this.services = new ProofRun.ProofServices(attempts, evidence, terminals, changes, patience);
    }

    @Override
    public ProofResult prove(Lab lab, Proof proof) {
        var began = System.nanoTime();
        var run = new ProofRun(services, lab, proof);
        var mismatches = new ArrayList<String>();
        try {
            run.run(accounts.proofLearner());
        } catch (UserFacingException refused) {
            mismatches.add("the platform refused: " + ErrorTexts.text(refused));
        }
        mismatches.addAll(0, run.mismatches());
        return new ProofResult(
                lab.id(), proof, Duration.ofNanos(System.nanoTime() - began), mismatches, run.outcomes(), run.screen());
    }
}
