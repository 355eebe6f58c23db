package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;

class JobsTest {
    /** The end of the test interrupts the hanging job. */
    static final class HangingJobs {
        private final CountDownLatch hanging = new CountDownLatch(20);
        private final CountDownLatch others = new CountDownLatch(3);
        private final CountDownLatch forever = new CountDownLatch(1);

        @Scheduled(fixedDelay = 1)
        void hangs() throws InterruptedException {
            hanging.countDown();
            forever.await();
        }

        @Scheduled(fixedDelay = 1)
        void goesOn() {
            others.countDown();
        }
    }

    @Test
    void aJobThatHangsStopsNoOther() throws InterruptedException {
        try (var context = new AnnotationConfigApplicationContext(Jobs.class, HangingJobs.class)) {
            var jobs = context.getBean(HangingJobs.class);

            assertThat(jobs.others.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(jobs.hanging.getCount())
                    .as("remaining count after one run of the hanging job")
                    .isEqualTo(19);
        }
    }
}
