package dev.slipway.sandbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Report on the capabilities of the host on which the nodes run, with a finding for each property that was examined.
 */
public interface HostReport {
    /**
     * Capabilities that a lab may require in {@code requires.capabilities}, each with the id of a finding. The host has
     * a capability if the state of this finding is OK.
     */
    Map<String, String> CAPABILITIES = Map.of(
            "swarm", "vxlan",
            "overlay", "vxlan",
            "mesh", "ipvs",
            "privileged", "sys-resource",
            "cgroup-v2", "cgroup-version",
            "apparmor", "apparmor",
            "disk-limits", "disk-quota");

    /** Returns the findings from the host engine's last start; empty while there is no report. */
    List<Finding> findings();

    /**
     * Returns the first finding that rules out one of these capabilities; empty if no finding does, or while there is
     * no report.
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
     * Returns the version and the properties that the host engine reports about itself and its host.
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
