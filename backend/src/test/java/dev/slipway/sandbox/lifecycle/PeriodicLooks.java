package dev.slipway.sandbox.lifecycle;

import org.springframework.beans.factory.BeanFactory;

/** Runs the platform's periodic jobs when tests of other modules need them. */
public final class PeriodicLooks {
    private PeriodicLooks() {}

    public static void forIdle(BeanFactory context) {
        context.getBean(IdleWatch.class).look();
    }

    /** Runs the jobs for idle sandboxes, expired leases, differences between database and engine, and orphans. */
    public static void forAll(BeanFactory context) {
        forIdle(context);
        context.getBean(Reaper.class).reap();
        context.getBean(Reconciler.class).reconcile();
        context.getBean(OrphanSweeper.class).sweep();
    }

    /** Returns whether no work on a sandbox and no removal is in progress. */
    public static boolean isQuiet(BeanFactory context) {
        return context.getBean(OrphanSweeper.class).isIdle()
                && context.getBean(SandboxWorkers.class).isIdle();
    }
}
