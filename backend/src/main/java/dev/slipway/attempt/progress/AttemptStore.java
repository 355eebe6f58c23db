package dev.slipway.attempt.progress;

import dev.slipway.account.Actor;
import dev.slipway.account.Actors;
import dev.slipway.account.SessionKey;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptError;
import dev.slipway.attempt.persistence.AttemptEntities;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import dev.slipway.platform.KeyedLocks;
import dev.slipway.platform.Retried;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.UserFacingException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads and changes stored attempts, checks the account's permission, and publishes each change within its transaction.
 */
@Component
final class AttemptStore {
    private final AttemptEntities rows;
    private final Actors actors;
    private final Labs labs;
    private final Sandboxes sandboxes;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final KeyedLocks turns = new KeyedLocks();

    AttemptStore(
            AttemptEntities rows,
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

    /** Returns the account with its current role; throws if the account does not exist or is disabled. */
    Actor actor(AccountId account) {
        return actors.require(account);
    }

    /**
     * Throws if the session has ended. Call this method after a ticket is issued and before it is returned. If the
     * session has ended before the ticket existed, nothing has revoked the ticket, so it must not be returned; if the
     * session ends later, the ticket is revoked.
     */
    void requireSession(AccountId account, SessionKey session) {
        actors.require(account, session);
    }

    /** Returns an attempt that the account may see. */
    AttemptEntity visible(AccountId account, AttemptId id) {
        var actor = actor(account);
        return rows.findById(id.value())
                .filter(row -> actor.isStaff() || row.learner().equals(account))
                .orElseThrow(() -> new UserFacingException(AttemptError.ATTEMPT_NOT_FOUND));
    }

    /** Returns an open attempt; throws if the account is not its learner or the attempt has ended. */
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

    /** Does the same as {@link #change}, but throws if the attempt has ended by the time the change runs. */
    void work(AttemptId id, Predicate<AttemptEntity> change) {
        change(id, row -> {
            if (!row.isOpen()) {
                throw new UserFacingException(AttemptError.ATTEMPT_ENDED);
            }
            return change.test(row);
        });
    }

    /**
     * Changes an attempt and publishes the change in the same transaction, if the change applies. Changes of one
     * attempt are serialized, and a change that collides with a change by another process is retried. The caller must
     * have checked the permission.
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

    /** Saves an attempt and publishes the change, in the caller's transaction. */
    AttemptEntity announce(AttemptEntity row) {
        var saved = rows.saveAndFlush(row);
        events.publishEvent(saved.changed());
        return saved;
    }

    /** Runs several steps on an attempt while no other thread can change it. */
    <T> T inTurn(AttemptId id, Supplier<T> steps) {
        return turns.take(id, steps);
    }

    Attempt toAttempt(AttemptEntity row) {
        var maxExtensions = labs.find(row.lab())
                .map(lab -> lab.machines().session().maxExtensions())
                .orElse(0);
        return row.toAttempt(maxExtensions, row.machines().flatMap(sandboxes::find));
    }
}
