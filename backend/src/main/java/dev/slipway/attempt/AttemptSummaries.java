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
 * sends the same number of queries to the database for any number of rows.
 */
public interface AttemptSummaries {

    /** Returns a page of the account's own attempts, newest first. */
    Slice<AttemptSummary> history(AccountId actor, Pageable page);

    /**
     * Returns the account's open attempt and its best ended attempt at each lab that it has begun. A passed attempt is
     * better than an attempt that has not passed; between attempts that are equal in this, the score decides.
     */
    List<AttemptSummary> standings(AccountId actor);

    /**
     * Returns a page of the sandboxes of all attempts, without sandboxes that have ended or failed, oldest first; for
     * administrators only.
     */
    OpenSandboxes machines(AccountId actor, Pageable page);

    /** Returns the lab of each of these attempts, without attempts that do not exist; for administrators only. */
    Map<AttemptId, LabId> labs(AccountId actor, Collection<AttemptId> attempts);
}
