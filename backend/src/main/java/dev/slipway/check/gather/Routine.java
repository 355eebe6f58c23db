package dev.slipway.check.gather;

import dev.slipway.sandbox.NodeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Distinguishes events that mean a change from events that only accompany a change or repeat regularly: events of
 * health checks, of listing the processes of a container, and of attaching to a container. Confined to the thread that
 * receives the engine's events.
 */
final class Routine {
    /** Actions of events that come before a change, or that change nothing. */
    private static final Set<String> QUIET = Set.of("attach", "detach", "exec_create", "exec_start", "resize", "top");

    private static final String HEALTH = "health_status";
    private static final String EXEC_CREATE = "exec_create";
    private static final String EXEC_DIE = "exec_die";

    /** Maximum time between two runs of a health check. By default, Docker runs a health check every 30 s. */
    private static final Duration SOON = Duration.ofMinutes(1);
    /** Maximum duration of a health check. A learner may have typed a command that took longer. */
    private static final Duration SHORT = Duration.ofSeconds(10);
    /**
     * Number of runs after which a command counts as a health check, if each run begins within a minute after the
     * previous run. A learner may run the same command twice.
     */
    private static final int TIMES = 3;
    /**
     * Maximum number of entries in each map. If a map exceeds this number, its oldest entry is removed, and the next
     * command in that container counts as a change.
     */
    private static final int MAX_KNOWN = 200;

    private final Map<String, Commands> commands = new Recent<>();
    private final Map<String, Instant> probes = new Recent<>();
    private final Map<String, String> health = new Recent<>();

    private record Commands(String command, Instant at, int times) {}

    private static final class Recent<V> extends LinkedHashMap<String, V> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > MAX_KNOWN;
        }
    }

    /**
     * Returns whether this event means no change. Must be called with each event of the engine, in the order of the
     * events.
     */
    boolean includes(NodeEvent event) {
        var action = event.action();
        if (action.startsWith(EXEC_CREATE)) {
            note(event);
        }
        if (action.startsWith(HEALTH)) {
            return action.equals(health.put(event.id(), action));
        }
        if (action.equals(EXEC_DIE)) {
            var began = probes.remove(event.attribute("execID"));
            return began != null && event.at().isBefore(began.plus(SHORT));
        }
        var colon = action.indexOf(':');
        return QUIET.contains(colon > 0 ? action.substring(0, colon) : action);
    }

    private void note(NodeEvent event) {
        var times = Optional.ofNullable(commands.get(event.id()))
                .filter(before -> before.command().equals(event.action()))
                .filter(before -> event.at().isBefore(before.at().plus(SOON)))
                .map(before -> before.times() + 1)
                .orElse(1);
        commands.remove(event.id());
        commands.put(event.id(), new Commands(event.action(), event.at(), times));
        if (times >= TIMES && !event.attribute("execID").isEmpty()) {
            probes.put(event.attribute("execID"), event.at());
        }
    }
}
