package dev.slipway.account;

import dev.slipway.database.TestDatabase;
import dev.slipway.platform.PlatformProperties;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.transaction.event.TransactionalEventListener;

/** The module on a test database, started as the platform starts it. */
final class RunningAccounts implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningAccounts(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningAccounts on(Path data, String... settings) {
        return on(UUID.randomUUID().toString(), data, settings);
    }

    static RunningAccounts on(String database, Path data, String... settings) {
        var defaults = Stream.of(
                "--spring.datasource.url=" + TestDatabase.url(database),
                "--spring.jpa.hibernate.ddl-auto=validate",
                "--spring.main.banner-mode=off",
                "--slipway.url=http://school.test:8080",
                "--slipway.data=" + data);
        var arguments = new ArrayList<>(defaults.toList());
        arguments.addAll(List.of(settings));
        return new RunningAccounts(new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new)));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void publish(Object event) {
        context.publishEvent(event);
    }

    List<Object> committedEvents() {
        return get(Recorder.class).events();
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableAutoConfiguration
    @ComponentScan
    @EnableConfigurationProperties({AccountProperties.class, PlatformProperties.class})
    static class Setup {
        @Bean
        MutableClock clock() {
            return new MutableClock();
        }

        @Bean
        Recorder recorder() {
            return new Recorder();
        }
    }

    /** Records the events that other modules would receive: those of committed transactions. */
    static class Recorder {
        private final List<Object> events = new CopyOnWriteArrayList<>();

        /**
         * Returns the events. It is a method because transactional listeners are called through a proxy, which has no
         * fields.
         */
        List<Object> events() {
            return events;
        }

        @TransactionalEventListener
        void on(SignedOut event) {
            events.add(event);
        }

        @TransactionalEventListener
        void on(RightsLost event) {
            events.add(event);
        }

        @TransactionalEventListener
        void on(RoleChanged event) {
            events.add(event);
        }
    }
}
