package dev.slipway.sandbox.upkeep;

import dev.slipway.sandbox.lifecycle.SandboxWorkers;
import org.springframework.beans.factory.BeanFactory;

/** Runs the platform's periodic jobs when tests of other packages need them. */
public final class PeriodicLooks {
    private PeriodicLooks() {}

    public static void forIdle(BeanFactory context) {
        context.getBean(IdleWatch.class).look();
    }

    public static void forLeases(BeanFactory context) {
        context.getBean(Reaper.class).reap();
    }

    /** Runs the job for differences between database and engine. */
    public static void forDifferences(BeanFactory context) {
        context.getBean(Reconciler.class).reconcile();
    }

    public static void forOrphans(BeanFactory context) {
        context.getBean(OrphanSweeper.class).sweep();
    }

    /** Runs all of these jobs. */
    public static void forAll(BeanFactory context) {
        forIdle(context);
        forLeases(context);
        forDifferences(context);
        forOrphans(context);
    }

    /** Returns whether no work on a sandbox and no removal is in progress. */
    public static boolean isQuiet(BeanFactory context) {
        return context.getBean(OrphanSweeper.class).isIdle()
                && context.getBean(SandboxWorkers.class).isIdle();
    }
}
