package dev.slipway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Runs each scheduled job on its own thread. Spring Boot's default is one thread for all jobs with a fixed delay; one
 * job that hangs would then stop all others: leases, freezing, housekeeping.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Jobs {
    /**
     * Far more than the number of jobs, so that no job waits for another. Threads are virtual and are created on
     * demand.
     */
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
