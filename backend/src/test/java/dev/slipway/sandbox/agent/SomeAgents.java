package dev.slipway.sandbox.agent;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.fake.FakeContainerEngine;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Connections to agents, for tests without Spring. */
public final class SomeAgents {
    /** Folder for the sockets of nodes on the host engine that the tests use. */
    public static final Path REAL_FOLDER = Path.of(System.getProperty("slipway.agents.folder", "/run/slipway/agents"));

    private SomeAgents() {}

    /** Returns the connections of a platform whose nodes are no containers. */
    public static Agents none() {
        return of(new FakeContainerEngine(), REAL_FOLDER);
    }

    /** @param folder folder for the nodes' sockets */
    public static Agents of(ContainerEngine engine, Path folder) {
        var properties = new AgentProperties(
                folder, DataSize.ofMegabytes(256), 20_000, Duration.ofSeconds(3), Duration.ofSeconds(10));
        return new Agents(engine, properties);
    }

    /** Returns the connections to agents on the host engine that the tests use. */
    public static Agents real(ContainerEngine engine) {
        return of(engine, REAL_FOLDER);
    }
}
