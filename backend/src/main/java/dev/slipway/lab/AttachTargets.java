package dev.slipway.lab;

import dev.slipway.shared.AttachReference;

/** The attach targets of this platform: existing machines that the administrator lets labs use as nodes. */
@FunctionalInterface
public interface AttachTargets {

    /** Returns whether the administrator has set up the target to which a lab refers. */
    boolean has(AttachReference reference);
}
