package dev.slipway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Runs each scheduled job on its own thread. By default, Spring Boot runs all jobs with a fixed delay on one thread. A
 * job that hangs would then stop all other jobs, for instance those that end leases and freeze idle machines.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Jobs {
    /**
     * The most jobs that run at the same time. There are far fewer jobs, so no job waits for another. The threads are
     * virtual and are created on demand.
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
