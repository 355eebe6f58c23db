package dev.slipway.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a reaction to an event after the transaction that published the event has committed. It is for listeners whose
 * work is useless after a restart of the platform, such as screens and open connections; all other listeners are {@link
 * RecordedListener}s. Each reaction runs on a virtual thread of its own, so a reaction that throws or hangs does not
 * affect other reactions.
 */
public final class AfterCommit {
    private static final Logger log = LoggerFactory.getLogger(AfterCommit.class);

    private AfterCommit() {}

    /**
     * Starts the reaction after the commit: at once if there is no transaction, and never if the transaction is rolled
     * back.
     *
     * @param thread the name of the reaction's thread
     */
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
