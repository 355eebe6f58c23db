package dev.slipway.platform;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a short transaction that collided with another one. Within an outer transaction it repeats nothing: the
 * collision rolls back the outer transaction as a whole, so the code that started the outer transaction must repeat it.
 */
public final class Retried {
    /**
     * Maximum number of attempts. Two transactions that create the same row collide once: the transaction that failed
     * finds the row at its second attempt. The further attempts are a reserve.
     */
    private static final int TRIES = 4;

    private Retried() {}

    /**
     * Runs a transaction until it does not collide.
     *
     * @throws RuntimeException the exception of the last collision, after four attempts or within an outer transaction
     */
    public static <T> T onCollision(Supplier<T> transaction) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                if (attempt == TRIES || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw e;
                }
            }
        }
    }
}
