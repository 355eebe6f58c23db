package dev.slipway.attempt;

import dev.slipway.lab.LabId;
import dev.slipway.sandbox.OpenSandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;

/**
 * Lists of attempts and their machines. Each method takes the id of the account that acts, as in {@link Attempts}, and
 * sends a number of queries that does not depend on the number of rows.
 */
public interface AttemptSummaries {

    /** Returns a page of the account's own attempts, newest first. */
    Slice<AttemptSummary> history(AccountId actor, Pageable page);

    /**
     * Returns how far the account is with each lab that it has begun: its open attempt, and of the ended ones the best. A
     * passed attempt is better than one that is not passed, then the score decides.
     */
    List<AttemptSummary> standings(AccountId actor);

    /** Returns a page of the sandboxes of all attempts that are not over, oldest first; administrators only. */
    OpenSandboxes machines(AccountId actor, Pageable page);

    /** Returns the labs of these attempts, without attempts that do not exist; administrators only. */
    Map<AttemptId, LabId> labs(AccountId actor, Collection<AttemptId> attempts);
}
