package dev.slipway.attempt.progress;

import org.springframework.beans.factory.BeanFactory;

/** Lets tests of other packages remove facts that are too old when they want it, as the platform does every day. */
public final class OldFacts {
    private OldFacts() {}

    public static void removeIn(BeanFactory context) {
        context.getBean(EvidenceRetention.class).removeOld();
    }
}
