package dev.slipway.shared;

import org.springframework.context.ApplicationContext;

/** The look for failed listeners that is otherwise due from time to time. */
public final class Retry {
    private Retry() {}

    public static void in(ApplicationContext context) {
        context.getBean(ListenerRetries.class).retry();
    }
}
