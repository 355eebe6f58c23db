package dev.slipway.sandbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Report on the capabilities of the host of the nodes, with a finding for each thing that was examined. */
public interface HostReport {
    /**
     * Capabilities that labs may require ({@code requires.capabilities}), each with the id of the finding that must be
     * OK for it.
     */
    Map<String, String> CAPABILITIES = Map.of(
            "swarm", "vxlan",
            "overlay", "vxlan",
            "mesh", "ipvs",
            "privileged", "sys-resource",
            "cgroup-v2", "cgroup-version",
            "apparmor", "apparmor",
            "disk-limits", "disk-quota");

    /** Returns the findings of the host engine's last start; empty while there is no report. */
    List<Finding> findings();

    /**
     * Returns the first finding that rules out one of these capabilities; empty if none does, or while there is no
     * report.
     */
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
     * Returns what the host engine reports about itself.
     *
     * @throws NodeException if the engine does not answer
     */
    HostEngine engine();

    /** Examined property of the host. {@code consequence} and {@code fix} are empty if the state is OK. */
    record Finding(String id, String title, State state, String found, String consequence, String fix) {}

    /** Result of a finding: the capability is present, limited or missing. */
    enum State {
        OK,
        LIMITED,
        MISSING
    }
}
