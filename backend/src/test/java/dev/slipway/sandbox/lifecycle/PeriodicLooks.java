package dev.slipway.sandbox.lifecycle;

import org.springframework.beans.factory.BeanFactory;

/** Lets tests of other modules look when they want it for what the platform looks for every few seconds. */
public final class PeriodicLooks {
    private PeriodicLooks() {}

    public static void forIdle(BeanFactory context) {
        context.getBean(IdleWatch.class).look();
    }

    /** Idle sandboxes, expired leases, what differs between database and engine, and orphans. */
    public static void forAll(BeanFactory context) {
        forIdle(context);
        context.getBean(Reaper.class).reap();
        context.getBean(Reconciler.class).reconcile();
        context.getBean(OrphanSweeper.class).sweep();
    }

    /** Whether nothing is being done to a sandbox, and nothing removed. */
    public static boolean isQuiet(BeanFactory context) {
        return context.getBean(OrphanSweeper.class).isIdle()
                && context.getBean(Workshop.class).isIdle();
    }
}
