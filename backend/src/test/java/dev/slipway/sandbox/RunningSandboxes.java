package dev.slipway.sandbox;

import dev.slipway.account.MutableClock;
import dev.slipway.database.TestDatabase;
import dev.slipway.engine.ContainerEngine;
import dev.slipway.sandbox.agent.SomeAgents;
import dev.slipway.sandbox.attach.AttachProperties;
import dev.slipway.sandbox.upkeep.PeriodicLooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;

/** The sandbox module on an in-memory database and a fake engine, started as the platform starts it. */
public final class RunningSandboxes implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningSandboxes(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the module on a database and an engine that may have been used before. */
    public static RunningSandboxes on(String database, ContainerEngine engine, Path folder, String... settings) {
        var agents = agentsFolder(folder);
        if (engine instanceof FakeHostEngine fake) {
            fake.connectAgents(agents);
        } else {
            agents = SomeAgents.REAL_FOLDER;
        }
        var arguments = new ArrayList<>(arguments(database, folder, agents));
        arguments.addAll(List.of(settings));
        return new RunningSandboxes(new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().registerSingleton("engine", engine))
                .run(arguments.toArray(String[]::new)));
    }

    /**
     * Returns settings for a database with this name, and the files that the engine and the image builder would write.
     */
    public static List<String> arguments(String database, Path folder) {
        return arguments(database, folder, agentsFolder(folder));
    }

    private static List<String> arguments(String database, Path folder, Path agents) {
        return List.of(
                "--spring.datasource.url=" + TestDatabase.url(database),
                "--spring.jpa.hibernate.ddl-auto=validate",
                "--spring.main.banner-mode=off",
                "--spring.threads.virtual.enabled=true",
                "--spring.modulith.events.registry-trigger-annotation=" + "dev.slipway.platform.RecordedListener",
                "--spring.modulith.events.completion-mode=delete",
                "--spring.modulith.events.republish-outstanding-events-on-restart=true",
                "--slipway.sandbox.images-file=" + imagesFile(folder),
                "--slipway.sandbox.host-file=" + folder.resolve("host.json"),
                "--slipway.agents.folder=" + agents,
                // Only a platform that was restarted waits for this time: the agent of a fake node connects at its
                // boot.
                "--slipway.agents.connect-time=100ms");
    }

    /** Returns an engine in which every command succeeds. */
    public static FakeHostEngine anEngine() {
        return new FakeHostEngine();
    }

    public Sandboxes sandboxes() {
        return get(Sandboxes.class);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public MutableClock clock() {
        return get(MutableClock.class);
    }

    /** Freezes the sandboxes that are idle. */
    public void freezeIdle() {
        PeriodicLooks.forIdle(context);
    }

    public void reconcile() {
        PeriodicLooks.forDifferences(context);
    }

    /** Ends the sandboxes whose lease has expired, and announces the ends that are near. */
    public void reap() {
        PeriodicLooks.forLeases(context);
    }

    /** Starts to remove the orphans that the previous sweep has seen, too. */
    public void sweep() {
        PeriodicLooks.forOrphans(context);
    }

    /** Returns the published states of all sandboxes, in order. */
    public List<SandboxState> announced() {
        return get(Recorder.class).states;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Returns the folder with the sockets for agents, below the folder of {@link #arguments}. */
    public static Path agentsFolder(Path folder) {
        return folder.resolve("agents");
    }

    private static Path imagesFile(Path folder) {
        try {
            return Files.writeString(folder.resolve("images.json"), """
                    {"node": "slipway/node:test", "store": "store-1", "catalog": ["httpd:latest"]}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @EnableAutoConfiguration
    @ComponentScan
    @EnableConfigurationProperties({SandboxProperties.class, AttachProperties.class})
    static class Setup {
        @Bean
        MutableClock clock() {
            return new MutableClock();
        }

        @Bean
        RandomGenerator random() {
            return new Random();
        }

        @Bean
        Recorder recorder(Sandboxes sandboxes) {
            return new Recorder(sandboxes);
        }
    }

    /** Receives the events that other modules receive. */
    static class Recorder {
        private final List<SandboxState> states = new CopyOnWriteArrayList<>();
        private final Sandboxes sandboxes;

        Recorder(Sandboxes sandboxes) {
            this.sandboxes = sandboxes;
        }

        @EventListener
        void on(SandboxChanged changed) {
            states.add(sandboxes.find(changed.sandbox()).orElseThrow().state());
        }
    }
}
