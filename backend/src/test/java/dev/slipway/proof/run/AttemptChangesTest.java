package dev.slipway.proof.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.attempt.AttemptChanged;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AttemptChangesTest {
    private static final AttemptId ATTEMPT = new AttemptId(UUID.randomUUID());
    private static final AttemptId ANOTHER = new AttemptId(UUID.randomUUID());
    private static final AccountId LEARNER = new AccountId(UUID.randomUUID());
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AT_ONCE = Duration.ofMillis(50);

    private final AttemptChanges changes = new AttemptChanges();

    private static SandboxChanged sandboxOf(AttemptId attempt) {
        return new SandboxChanged(new SandboxId("abcd1234"), attempt, LEARNER, 1);
    }

    @Test
    void waitEndsWhenTheAttemptOrItsSandboxHasChanged() {
        try (var follower = changes.follow(ATTEMPT)) {
            changes.on(new AttemptChanged(ATTEMPT, LEARNER, 1));
            assertThat(follower.await(SOON)).isTrue();

            changes.on(sandboxOf(ATTEMPT));
            assertThat(follower.await(SOON)).isTrue();

            assertThat(follower.await(AT_ONCE)).as("no further change").isFalse();
        }
    }

    @Test
    void waitEndsWhileItIsUnderWay() throws Exception {
        var waiting = new CountDownLatch(1);
        try (var follower = changes.follow(ATTEMPT);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var changed = threads.submit(() -> {
                waiting.countDown();
                return follower.await(SOON);
            });
            waiting.await();

            changes.on(sandboxOf(ATTEMPT));

            assertThat(changed).succeedsWithin(SOON).isEqualTo(true);
        }
    }

    @Test
    void changesOfOtherAttemptsAndOfAnEarlierTimeDoNotCount() {
        changes.on(new AttemptChanged(ATTEMPT, LEARNER, 1));
        try (var follower = changes.follow(ATTEMPT)) {
            changes.on(new AttemptChanged(ANOTHER, LEARNER, 1));
            changes.on(sandboxOf(ANOTHER));

            assertThat(follower.await(AT_ONCE)).isFalse();
        }
    }

    @Test
    void interruptEndsTheWait() {
        try (var follower = changes.follow(ATTEMPT)) {
            Thread.currentThread().interrupt();

            assertThat(follower.await(SOON)).isFalse();
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
