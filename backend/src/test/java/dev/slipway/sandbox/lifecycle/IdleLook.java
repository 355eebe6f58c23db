package dev.slipway.sandbox.lifecycle;

import org.springframework.beans.factory.BeanFactory;

/** Lets tests of other modules look for idle sandboxes when they want it, as the platform does every few seconds. */
public final class IdleLook {
    private IdleLook() {}

    public static void in(BeanFactory context) {
        context.getBean(IdleWatch.class).look();
    }
}
