package dev.slipway.sandbox;

import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.List;

/** What an administrator should look at because the platform cannot put it right by itself. */
public interface SandboxAlarms {

    /** The alarms that stand, oldest first. */
    List<Alarm> current();

    /**
     * Something of a sandbox stays on the host engine. The platform goes on trying.
     *
     * @param since when it failed first
     * @param failures how often it has failed
     * @param cause what the engine said last
     */
    record Alarm(SandboxId sandbox, Instant since, int failures, String cause) {}
}
