package dev.slipway.sandbox;

import dev.slipway.engine.EngineInfo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the host of the nodes can do, and what follows from what it cannot. */
public interface HostReport {
    /** What labs may require ({@code requires.capabilities}), and what must be well for it. */
    Map<String, String> CAPABILITIES = Map.of(
            "swarm", "vxlan",
            "overlay", "vxlan",
            "mesh", "ipvs",
            "privileged", "sys-resource",
            "cgroup-v2", "cgroup-version",
            "apparmor", "apparmor",
            "disk-limits", "disk-quota");

    /** The findings of the engine's last start; empty while there is no report. */
    List<Finding> findings();

    /** What stands in the way of one of these capabilities; empty if nothing does, or while there is no report. */
    default Optional<Finding> obstacleTo(Collection<String> capabilities) {
        if (capabilities.isEmpty()) {
            return Optional.empty();
        }
        var needed = capabilities.stream()
                .map(capability -> CAPABILITIES.getOrDefault(capability, capability))
                .collect(Collectors.toSet());
        return findings().stream()
                .filter(finding -> finding.state() != State.OK && needed.contains(finding.id()))
                .findFirst();
    }

    /**
     * What the host engine says of itself.
     *
     * @throws dev.slipway.engine.EngineException if it does not answer
     */
    EngineInfo engine();

    /** One thing that was looked at. {@code consequence} and {@code mend} are empty where all is well. */
    record Finding(String id, String title, State state, String found, String consequence, String mend) {}

    /** How well the host does. */
    enum State {
        OK,
        LIMITED,
        MISSING
    }
}
