package dev.slipway.sandbox;

import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.List;

/** Problems that an administrator must solve because the platform cannot solve them itself. */
public interface SandboxAlarms {

    /** Returns the current alarms, oldest first. */
    List<Alarm> current();

    /**
     * Alarm about objects of a sandbox that cannot be removed from the host engine. The platform continues to retry the
     * removal.
     *
     * @param since time of the first failure
     * @param failures number of failed removals
     * @param cause the engine's last error message
     */
    record Alarm(SandboxId sandbox, Instant since, int failures, String cause) {}
}
