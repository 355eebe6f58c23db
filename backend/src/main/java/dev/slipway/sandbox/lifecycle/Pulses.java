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
 * When somebody was last at work in each sandbox, as far as this run of the platform has seen, and which sandboxes
 * sleep. In memory alone, because it is asked at each key. Locking: the monitor of a pulse guards its sleep state. A
 * thread writes a beat before it reads the state, and a thread that puts a sandbox to sleep writes the state before it
 * reads the beat, so that one of the two sees the other's change.
 */
@Component
final class Pulses {
    private final Map<SandboxId, Pulse> pulses = new ConcurrentHashMap<>();
    private final Clock clock;

    Pulses(Clock clock) {
        this.clock = clock;
    }

    /** Whether a sandbox sleeps. */
    enum Sleep {
        /** Not yet seen in this run of the platform. */
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

    /** Somebody is at work. */
    Sleep beat(SandboxId sandbox) {
        var pulse = pulse(sandbox);
        pulse.last = clock.instant();
        return pulse.sleep();
    }

    /** When the last beat was; the epoch if there was none. */
    Instant last(SandboxId sandbox) {
        var pulse = pulses.get(sandbox);
        return pulse == null ? Instant.EPOCH : pulse.last;
    }

    void fallAsleep(SandboxId sandbox) {
        pulse(sandbox).become(Sleep.ASLEEP);
    }

    void wakeUp(SandboxId sandbox) {
        pulse(sandbox).become(Sleep.AWAKE);
    }

    /** The stored state says that it is awake; does nothing to one that falls asleep meanwhile. */
    void foundAwake(SandboxId sandbox) {
        pulse(sandbox).becomeIfUnknown(Sleep.AWAKE);
    }

    boolean isAwake(SandboxId sandbox) {
        return pulse(sandbox).sleep() == Sleep.AWAKE;
    }

    /** Forgets all others. */
    void keepOnly(Collection<SandboxId> sandboxes) {
        pulses.keySet().retainAll(sandboxes);
    }

    private Pulse pulse(SandboxId sandbox) {
        return pulses.computeIfAbsent(sandbox, _ -> new Pulse());
    }
}
