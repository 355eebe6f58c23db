package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class AfterCommitTest {
    private final TransactionTemplate transaction = new TransactionTemplate(new NoDatabase());
    private final AtomicInteger reactions = new AtomicInteger();

    @Test
    void reactsOnlyOnceTheTransactionHasCommitted() {
        transaction.executeWithoutResult(status -> {
            AfterCommit.start("test", reactions::incrementAndGet);
            assertThat(reactions).hasValue(0);
        });

        await().untilAsserted(() -> assertThat(reactions).hasValue(1));
    }

    @Test
    void doesNotReactToWhatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            AfterCommit.start("test", reactions::incrementAndGet);
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> AfterCommit.start("test", () -> reactions.addAndGet(10)));

        await().untilAsserted(() -> assertThat(reactions).hasValue(10));
    }

    @Test
    void reactionsThatThrowOrHangHarmNeitherTheCommitNorOtherReactions() {
        var hanging = new CountDownLatch(1);
        transaction.executeWithoutResult(status -> {
            AfterCommit.start("test", () -> {
                throw new IllegalStateException("the reaction has failed");
            });
            AfterCommit.start("test", () -> awaitUninterruptibly(hanging));
            AfterCommit.start("test", reactions::incrementAndGet);
        });

        await().untilAsserted(() -> assertThat(reactions).hasValue(1));
        hanging.countDown();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class NoDatabase extends AbstractPlatformTransactionManager {
        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            // The test needs only the synchronisation.
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            // The test needs only the synchronisation.
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            // The test needs only the synchronisation.
        }
    }
}
