package dev.slipway.attempt.progress;

import org.springframework.beans.factory.BeanFactory;

/** Removes facts that are too old when tests of other packages need it; the platform does so every day. */
public final class OldFacts {
    private OldFacts() {}

    public static void removeIn(BeanFactory context) {
        context.getBean(EvidenceRetention.class).removeOld();
    }
}
