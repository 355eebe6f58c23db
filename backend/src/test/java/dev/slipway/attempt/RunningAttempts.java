package dev.slipway.attempt;

import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.account.RolesInIds;
import dev.slipway.account.SessionKey;
import dev.slipway.attempt.progress.OldFacts;
import dev.slipway.check.CanonicalFacts;
import dev.slipway.check.CheckPlan;
import dev.slipway.check.Checks;
import dev.slipway.check.Evaluation;
import dev.slipway.check.Verdict;
import dev.slipway.check.Verdicts;
import dev.slipway.lab.Lab;
import dev.slipway.lab.TaskId;
import dev.slipway.platform.Retry;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.Previews;
import dev.slipway.sandbox.FakeHostEngine;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.sandbox.SandboxProperties;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.sandbox.attach.AttachProperties;
import dev.slipway.sandbox.upkeep.PeriodicLooks;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.FollowedTerminal;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.Terminals;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Attempts and sandboxes on an in-memory database and a fake engine, with a lab, a quiz, and checks whose verdicts the
 * test defines.
 */
final class RunningAttempts implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningAttempts(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningAttempts on(String database, FakeHostEngine engine, Path folder) {
        return on(database, engine, folder, new MutableClock());
    }

    /** Starts the platform with a clock that keeps its time when the platform is restarted. */
    static RunningAttempts on(
            String database, FakeHostEngine engine, Path folder, MutableClock clock, String... settings) {
        engine.connectAgents(RunningSandboxes.agentsFolder(folder));
        var arguments = new ArrayList<>(RunningSandboxes.arguments(database, folder));
        arguments.addAll(List.of(settings));
        return new RunningAttempts(new SpringApplicationBuilder(Setup.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> {
                    context.getBeanFactory().registerSingleton("engine", engine);
                    context.getBeanFactory().registerSingleton("clock", clock);
                })
                .run(arguments.toArray(String[]::new)));
    }

    static AccountId anAccount(Role role) {
        return RolesInIds.anAccount(role);
    }

    Attempts attempts() {
        return get(Attempts.class);
    }

    AttemptSummaries summaries() {
        return get(AttemptSummaries.class);
    }

    /** The account's own attempts, newest first. */
    List<AttemptSummary> history(AccountId actor) {
        return summaries().history(actor, Pageable.unpaged()).getContent();
    }

    /** Freezes what has been idle for long enough. */
    void freezeIdle() {
        PeriodicLooks.forIdle(context);
    }

    /** Runs all periodic jobs of the platform. */
    void lookForAll() {
        PeriodicLooks.forAll(context);
        retryListeners();
    }

    /** Returns whether no work on sandboxes is in progress and all listeners have received all events. */
    boolean isQuiet() {
        var unheard = get(JdbcClient.class)
                .sql("select count(*) from event_publication")
                .query(Integer.class)
                .single();
        return unheard == 0 && PeriodicLooks.isQuiet(context);
    }

    /** Repeats listeners that failed. */
    void retryListeners() {
        Retry.in(context);
    }

    /** Replaces the lab, as when an author has changed its folder. */
    void changeLab(Lab changed) {
        get(OfferedLabs.class).offer(changed, LabSamples.aQuiz());
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns the plans that are watched now. */
    Map<AttemptId, CheckPlan> watched() {
        return get(FakeChecks.class).plans;
    }

    List<TerminalKey> typedInto() {
        return get(FakeTerminals.class).typedInto;
    }

    List<TerminalKey> closedTerminals() {
        return get(FakeTerminals.class).closed;
    }

    FakeRecordings recordings() {
        return get(FakeRecordings.class);
    }

    /**
     * Sets an action that runs whenever a ticket for a terminal or a preview is issued, before the caller receives it.
     */
    void whileTicketsAreIssued(Runnable action) {
        get(Issuing.class).action = action;
    }

    void evaluated(AttemptId attempt, TaskId task, Verdict verdict) {
        evaluatedOn(sandboxOf(attempt), attempt, task, verdict);
    }

    /** Stores a verdict with facts from these machines, whether the attempt still uses them or not. */
    void evaluatedOn(SandboxId sandbox, AttemptId attempt, TaskId task, Verdict verdict) {
        var facts = new CanonicalFacts(get(MutableClock.class).instant(), new TreeMap<>());
        get(Verdicts.class).store(new Evaluation(attempt, sandbox, task, verdict, facts));
    }

    /** Stores a verdict with these facts. */
    void evaluated(AttemptId attempt, TaskId task, Verdict verdict, CanonicalFacts facts) {
        get(Verdicts.class).store(new Evaluation(attempt, sandboxOf(attempt), task, verdict, facts));
    }

    /** Removes facts that are too old. */
    void removeOldFacts() {
        OldFacts.removeIn(context);
    }

    private SandboxId sandboxOf(AttemptId attempt) {
        return get(Sandboxes.class).findLatest(attempt).orElseThrow().id();
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableAutoConfiguration
    @ComponentScan({"dev.slipway.attempt.persistence", "dev.slipway.attempt.progress", "dev.slipway.sandbox.host"})
    @ComponentScan({"dev.slipway.sandbox.lifecycle", "dev.slipway.sandbox.provision", "dev.slipway.sandbox.persistence"
    })
    @ComponentScan({"dev.slipway.sandbox.agent", "dev.slipway.sandbox.attach"})
    @ComponentScan({"dev.slipway.sandbox.request", "dev.slipway.sandbox.upkeep"})
    @ComponentScan("dev.slipway.platform")
    @org.springframework.boot.persistence.autoconfigure.EntityScan({
        "org.springframework.modulith.events.jpa.updating",
        "dev.slipway.attempt.persistence",
        "dev.slipway.sandbox.persistence"
    })
    @org.springframework.data.jpa.repository.config.EnableJpaRepositories({
        "dev.slipway.attempt.persistence",
        "dev.slipway.sandbox.persistence"
    })
    @EnableConfigurationProperties({EvidenceProperties.class, SandboxProperties.class, AttachProperties.class})
    static class Setup {
        @Bean
        Versions versions() {
            return new Versions();
        }

        @Bean
        RolesInIds actors() {
            return new RolesInIds();
        }

        @Bean
        RandomGenerator random() {
            return new Random();
        }

        @Bean
        OfferedLabs labs() {
            return new OfferedLabs();
        }

        @Bean
        FakeChecks checks() {
            return new FakeChecks();
        }

        @Bean
        FakeRecordings recordings() {
            return new FakeRecordings();
        }

        @Bean
        Issuing issuing() {
            return new Issuing();
        }

        @Bean
        FakeTerminals terminals(Issuing issuing) {
            return new FakeTerminals(issuing);
        }

        @Bean
        Previews previews(Issuing issuing) {
            return new FakePreviews(issuing);
        }

        @Bean
        OpenPorts ports() {
            return new NoPorts();
        }
    }

    /** Records the published versions of attempts. */
    static class Versions {
        private final Map<AttemptId, List<Integer>> announced = new ConcurrentHashMap<>();

        /**
         * Returns the versions in the order of the commits. This is a method, not a field, because listeners of
         * transactions are called through a proxy.
         */
        List<Integer> of(AttemptId attempt) {
            return announced.getOrDefault(attempt, List.of());
        }

        @TransactionalEventListener
        void on(AttemptChanged event) {
            announced
                    .computeIfAbsent(event.attempt(), _ -> new CopyOnWriteArrayList<>())
                    .add(event.version());
        }
    }

    static final class FakeChecks implements Checks {
        private final Map<AttemptId, CheckPlan> plans = new ConcurrentHashMap<>();

        /** Action that runs before each watch. */
        volatile Runnable beforeWatch = () -> {};

        @Override
        public void watch(CheckPlan plan) {
            beforeWatch.run();
            plans.put(plan.attempt(), plan);
        }

        @Override
        public void unwatch(AttemptId attempt) {
            plans.remove(attempt);
        }

        @Override
        public void checkNow(AttemptId attempt) {
            // The test itself stores the verdicts of a check.
        }

        @Override
        public void answer(AttemptId attempt, TaskId task, String value) {
            plans.computeIfPresent(attempt, (id, plan) -> {
                var answers = new HashMap<>(plan.answers());
                answers.put(task, value);
                return new CheckPlan(id, plan.sandbox(), plan.lab(), plan.variables(), answers, plan.passed());
            });
        }
    }

    static final class Issuing {
        private volatile Runnable action = () -> {};
    }

    static final class FakeTerminals implements Terminals {
        private final Issuing issuing;
        private final List<TerminalKey> typedInto = new CopyOnWriteArrayList<>();
        private final List<TerminalKey> closed = new CopyOnWriteArrayList<>();

        FakeTerminals(Issuing issuing) {
            this.issuing = issuing;
        }

        @Override
        public String ticket(AccountId account, SessionKey session, TerminalKey terminal) {
            issuing.action.run();
            return "ticket for " + terminal.node() + " " + terminal.number();
        }

        @Override
        public void type(TerminalKey terminal, String text) {
            typedInto.add(terminal);
        }

        @Override
        public void close(TerminalKey terminal) {
            closed.add(terminal);
        }

        @Override
        public FollowedTerminal follow(
                AccountId account, TerminalKey terminal, TerminalSize size, Consumer<byte[]> output) {
            throw new UnsupportedOperationException("attempts do not open terminals");
        }

        @Override
        public void disconnect(AccountId account) {
            // These tests have no connected viewers.
        }

        @Override
        public void disconnect(SessionKey session) {
            // These tests have no connected viewers.
        }
    }

    private record FakePreviews(Issuing issuing) implements Previews {
        @Override
        public PreviewTicket open(AccountId account, SessionKey session, PreviewTarget target) {
            issuing.action.run();
            var origin = URI.create("http://p" + target.port() + "-" + target.node() + ".test");
            return new PreviewTicket(origin, "ticket", Instant.EPOCH);
        }

        @Override
        public void close(AccountId account) {
            // These tests have no open previews.
        }

        @Override
        public void close(SessionKey session) {
            // These tests have no open previews.
        }
    }

    private static final class NoPorts implements OpenPorts {
        @Override
        public Following follow(SandboxId sandbox, List<NodeName> nodes) {
            return () -> {};
        }

        @Override
        public List<OpenPort> of(SandboxId sandbox) {
            return List.of();
        }
    }
}
