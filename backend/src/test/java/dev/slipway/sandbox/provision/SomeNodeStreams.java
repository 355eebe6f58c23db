package dev.slipway.sandbox.provision;

import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.agent.Agents;
import dev.slipway.sandbox.attach.AttachedMachines;
import dev.slipway.sandbox.attach.LocalTargets;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The platform's streams into nodes, for tests without Spring. */
final class SomeNodeStreams {
    private SomeNodeStreams() {}

    static NodeStreams of(Sandboxes sandboxes, Agents agents, AttachedMachines machines) {
        return new SandboxNodeStreams(sandboxes, agents, names(), machines, new AttachedStreams(sandboxes));
    }

    static NodeStreams of(Sandboxes sandboxes, Agents agents) {
        return of(sandboxes, agents, LocalTargets.none());
    }

    /** Returns the names of a platform with default settings. */
    static EngineNames names() {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()));
        return new EngineNames(settings.bindOrCreate("slipway.sandbox", SandboxProperties.class));
    }
}
