package dev.slipway.attempt.progress;

import dev.slipway.account.Actor;
import dev.slipway.account.Actors;
import dev.slipway.account.SessionKey;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.attempt.persistence.AttemptRows;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.Retried;
import dev.slipway.shared.Turns;
import dev.slipway.shared.UserFacingException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads and changes stored attempts for those who may, and announces each change within its transaction. */
@Component
final class AttemptStore {
    private final AttemptRows rows;
    private final Actors actors;
    private final Labs labs;
    private final Sandboxes sandboxes;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Turns turns = new Turns();

    AttemptStore(
            AttemptRows rows,
            Actors actors,
            Labs labs,
            Sandboxes sandboxes,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.actors = actors;
        this.labs = labs;
        this.sandboxes = sandboxes;
        this.transactions = transactions;
        this.events = events;
    }

    /** Returns the account with its present role, if it may still act. */
    Actor actor(AccountId account) {
        return actors.require(account);
    }

    /**
     * Refuses unless the session still lives. Called once a ticket has been issued: a session that ended before its
     * tickets could be revoked does not get this one, and one that ends later has it revoked.
     */
    void requireSession(AccountId account, SessionKey session) {
        actors.require(account, session);
    }

    /** An attempt that the account may look at. */
    AttemptEntity visible(AccountId account, AttemptId id) {
        var actor = actor(account);
        return rows.findById(id.value())
                .filter(row -> actor.isStaff() || row.learner().equals(account))
                .orElseThrow(() -> new UserFacingException(AttemptError.ATTEMPT_NOT_FOUND));
    }

    /** An open attempt that the account may work in. */
    AttemptEntity workable(AccountId account, AttemptId id) {
        var row = visible(account, id);
        if (!row.learner().equals(account)) {
            throw new UserFacingException(AttemptError.NOT_YOUR_ATTEMPT);
        }
        if (!row.isOpen()) {
            throw new UserFacingException(AttemptError.ATTEMPT_ENDED);
        }
        return row;
    }

    Optional<AttemptEntity> findOpen(AccountId learner, LabId lab) {
        return rows.findByOpenKey(AttemptEntity.openKey(actor(learner).id(), lab));
    }

    Optional<AttemptEntity> find(AttemptId id) {
        return rows.findById(id.value());
    }

    /** As {@link #change}, but refuses if the attempt has ended by the time it is this change's turn. */
    void work(AttemptId id, Predicate<AttemptEntity> change) {
        change(id, row -> {
            if (!row.isOpen()) {
                throw new UserFacingException(AttemptError.ATTEMPT_ENDED);
            }
            return change.test(row);
        });
    }

    /**
     * Changes an attempt in a transaction that announces it, if the change applies. Changes of one attempt run one after
     * the other, and one that lost a race against another platform is repeated. The caller has checked that it may.
     */
    void change(AttemptId id, Predicate<AttemptEntity> change) {
        turns.take(
                id,
                () -> Retried.onCollision(() -> transactions.execute(status -> {
                    var row = rows.findById(id.value())
                            .orElseThrow(() -> new UserFacingException(AttemptError.ATTEMPT_NOT_FOUND));
                    return change.test(row) ? announce(row) : row;
                })));
    }

    /** Saves an attempt and announces it, in the caller's transaction. */
    AttemptEntity announce(AttemptEntity row) {
        var saved = rows.saveAndFlush(row);
        events.publishEvent(saved.changed());
        return saved;
    }

    /** Runs several steps on an attempt without a change of it by another thread in between. */
    <T> T inTurn(AttemptId id, Supplier<T> steps) {
        return turns.take(id, steps);
    }

    Attempt toAttempt(AttemptEntity row) {
        var maxExtensions = labs.find(row.lab(), row.labDigest())
                .map(lab -> lab.session().maxExtensions())
                .orElse(0);
        return row.toAttempt(maxExtensions, row.machines().flatMap(sandboxes::find));
    }
}
