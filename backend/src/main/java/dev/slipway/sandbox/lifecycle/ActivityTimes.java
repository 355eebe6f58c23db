package dev.slipway.sandbox.lifecycle;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.shared.SandboxId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Time of the last activity in each sandbox, as seen by this run of the platform, and whether the sandbox is frozen.
 * Kept in memory only, because each key that a learner types writes the time and reads the state. Locking: {@link
 * #beat} writes the time before it reads the state, and a freeze writes the state before it reads the time; so at least
 * one of the two threads sees the value that the other wrote.
 */
@Component
public final class ActivityTimes {
    private final Map<SandboxId, Pulse> pulses = new ConcurrentHashMap<>();
    private final Clock clock;

    ActivityTimes(Clock clock) {
        this.clock = clock;
    }

    /** Activity state of a sandbox. */
    enum Sleep {
        /** The state has not been read in this run of the platform. */
        UNKNOWN,
        AWAKE,
        ASLEEP
    }

    private static final class Pulse {
        @GuardedBy("this")
        private Sleep sleep = Sleep.UNKNOWN;

        private volatile Instant last = Instant.EPOCH;

        synchronized Sleep sleep() {
            return sleep;
        }

        synchronized void become(Sleep next) {
            sleep = next;
        }

        synchronized void becomeIfUnknown(Sleep next) {
            if (sleep == Sleep.UNKNOWN) {
                sleep = next;
            }
        }
    }

    /** Records activity and returns the state of the sandbox. */
    Sleep beat(SandboxId sandbox) {
        var pulse = pulse(sandbox);
        pulse.last = clock.instant();
        return pulse.sleep();
    }

    /** Returns the time of the last activity; the epoch if there was none. */
    public Instant last(SandboxId sandbox) {
        var pulse = pulses.get(sandbox);
        return pulse == null ? Instant.EPOCH : pulse.last;
    }

    void fallAsleep(SandboxId sandbox) {
        pulse(sandbox).become(Sleep.ASLEEP);
    }

    void wakeUp(SandboxId sandbox) {
        pulse(sandbox).become(Sleep.AWAKE);
    }

    /**
     * Marks a sandbox as awake because its stored state is not frozen; has no effect if a freeze has begun meanwhile.
     */
    void foundAwake(SandboxId sandbox) {
        pulse(sandbox).becomeIfUnknown(Sleep.AWAKE);
    }

    boolean isAwake(SandboxId sandbox) {
        return pulse(sandbox).sleep() == Sleep.AWAKE;
    }

    /** Forgets all sandboxes except these. */
    public void keepOnly(Collection<SandboxId> sandboxes) {
        pulses.keySet().retainAll(sandboxes);
    }

    private Pulse pulse(SandboxId sandbox) {
        return pulses.computeIfAbsent(sandbox, _ -> new Pulse());
    }
}
