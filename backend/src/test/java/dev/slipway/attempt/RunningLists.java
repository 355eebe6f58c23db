package dev.slipway.attempt;

import dev.slipway.account.AccountProperties;
import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.attempt.persistence.AttemptEntities;
import dev.slipway.attempt.persistence.AttemptEntity;
import dev.slipway.database.CountedStatements;
import dev.slipway.lab.Lab;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxSamples;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.persistence.SandboxEntities;
import dev.slipway.sandbox.persistence.SandboxEntity;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.SandboxId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Attempts, sandboxes and accounts on a database whose statements are counted, with as many rows as a test adds. */
final class RunningLists implements AutoCloseable {
    private static final Instant START = Instant.parse("2030-01-01T08:00:00Z");

    private final ConfigurableApplicationContext context;
    private final List<Lab> labs = new ArrayList<>();
    private final List<AccountId> accounts = new ArrayList<>();

    RunningLists(Path folder) {
        var database = UUID.randomUUID().toString();
        context = new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("engine", RunningSandboxes.anEngine());
                    context.getBeanFactory().registerSingleton("clock", new MutableClock());
                })
                .run(RunningSandboxes.arguments(database, folder).toArray(String[]::new));
    }

    /**
     * Adds accounts, and for each a lab that the host cannot run, an ended attempt of the first account at it, and a
     * sandbox that waits.
     */
    void add(int rows) {
        for (var row = 0; row < rows; row++) {
            var account = addAccount();
            var lab = LabSamples.aLabThatRequires("lab-" + labs.size(), "mesh");
            var sandbox = new SandboxId("s%07d".formatted(labs.size()));
            var at = START.plusSeconds(labs.size());
            labs.add(lab);
            var attempt = new AttemptEntity(UUID.randomUUID(), administrator(), lab, Map.of(), at);
            attempt.useMachines(sandbox);
            attempt.end(at.plusSeconds(60));
            get(AttemptEntities.class).save(attempt);
            var request = SandboxSamples.aRequest(attempt.attemptId(), account, LabSamples.NODE);
            get(SandboxEntities.class).save(new SandboxEntity(sandbox, request, Map.of(), at));
        }
        get(OfferedLabs.class).offer(labs.toArray(Lab[]::new));
    }

    private AccountId addAccount() {
        var id = new AccountId(UUID.randomUUID());
        get(JdbcClient.class)
                .sql("insert into account (id, email, name, role, password_hash, enabled, epoch, created_at, version)"
                        + " values (?, ?, 'Ada', ?, '', true, 1, current_timestamp, 0)")
                .params(id.value(), id + "@example.org", Role.ADMINISTRATOR.name())
                .update();
        accounts.add(id);
        return id;
    }

    /** The account that all attempts belong to. */
    AccountId administrator() {
        return accounts.getFirst();
    }

    List<AccountId> accounts() {
        return accounts;
    }

    List<Lab> labs() {
        return labs;
    }

    List<Sandbox> sandboxes() {
        return get(Sandboxes.class).open();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    int statementsDuring(Runnable action) {
        return get(CountedStatements.class).during(action);
    }

    @Override
    public void close() {
        context.close();
    }

    @Import({RunningAttempts.Setup.class, CountedStatements.Setup.class})
    @ComponentScan({"dev.slipway.account.persistence", "dev.slipway.account.limit"})
    @EntityScan("dev.slipway.account.persistence")
    @EnableJpaRepositories("dev.slipway.account.persistence")
    @EnableConfigurationProperties(AccountProperties.class)
    static class Setup {
        @Bean
        PasswordEncoder encoder() {
            return PasswordEncoderFactories.createDelegatingPasswordEncoder();
        }

        /** Rights are read from the stored accounts, as on the platform. */
        @Bean
        static BeanDefinitionRegistryPostProcessor withoutFakeActors() {
            return registry -> registry.removeBeanDefinition("actors");
        }
    }
}
