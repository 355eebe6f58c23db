package dev.slipway.platform;

import org.springframework.context.ApplicationContext;

/** Runs failed listeners again, which the platform otherwise does at intervals. */
public final class Retry {
    private Retry() {}

    public static void in(ApplicationContext context) {
        context.getBean(ListenerRetries.class).retry();
    }
}
