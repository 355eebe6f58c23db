package dev.slipway.shared;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Starts a reaction to an event once the transaction that published it has committed. For listeners whose work is worth
 * nothing after a restart of the platform, such as screens and open connections; all others are {@link RecordedListener}s.
 * Each reaction has a virtual thread of its own, so that one that throws or hangs concerns nothing else.
 */
public final class AfterCommit {
    private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);

    private AfterCommit() {}

    /** Starts the reaction after the commit; at once without a transaction, and never if it is rolled back. */
    public static void start(String thread, Runnable reaction) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            startNow(thread, reaction);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                startNow(thread, reaction);
            }
        });
    }

    private static void startNow(String thread, Runnable reaction) {
        Thread.ofVirtual().name(thread).start(() -> {
            try {
                reaction.run();
            } catch (RuntimeException e) {
                log.error("reaction to an event failed thread={}", thread, e);
            }
        });
    }
}
