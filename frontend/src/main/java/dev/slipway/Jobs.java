package dev.slipway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Runs the jobs that come again and again, each on a thread of its own. On the one thread that Spring Boot has for jobs
 * with a fixed delay, a job that hangs would stop all others: leases, freezing, housekeeping.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Jobs {
    /** Far more than there are jobs, so that none waits for another. Threads are virtual and made when they are used. */
    private static final int MOST_AT_ONCE = 64;

    @Bean
    TaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("job-");
        scheduler.setPoolSize(MOST_AT_ONCE);
        return scheduler;
    }
}
