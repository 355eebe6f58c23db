package dev.slipway.shared;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a short transaction that lost a race against another one. Within an outer transaction nothing is repeated:
 * that one is lost as a whole, so its owner repeats it.
 */
public final class Retried {
    /** Two who make the same thing at once collide once; the second then finds what the first made. */
    private static final int TRIES = 4;

    private Retried() {}

    /** Runs a transaction until it does not collide; gives up with the last collision. */
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
