package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.SECOND;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Role;
import dev.slipway.attempt.persistence.AttemptEntities;
import dev.slipway.attempt.persistence.EvidenceEntities;
import dev.slipway.attempt.persistence.EvidenceEntity;
import dev.slipway.attempt.persistence.FactsState;
import dev.slipway.check.Verdict;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.database.TestDatabase;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Evidence from an earlier version, in which each verdict had its facts in its own row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class EvidenceUpgradeTest {
    private static final String BEFORE = "20";
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T12:00:00Z");
    private static final Instant RECENTLY = Instant.parse("2029-12-01T12:00:00Z");
    private static final String FAILED = """
            {"outcome":"failed","assertion":"http","position":{"file":"lab.yaml","line":1,"column":1},"reason":"%s",\
            "seen":"nothing","expected":"200"}""";
    private static final String PASSED = "{\"outcome\":\"passed\"}";

    private final AccountId learner = anAccount(Role.LEARNER);
    private final AttemptId attempt = new AttemptId(UUID.randomUUID());
    private final AttemptId oldAttempt = new AttemptId(UUID.randomUUID());

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningAttempts running;

    @BeforeAll
    void upgrade(@TempDir Path folder) {
        var name = UUID.randomUUID().toString();
        var database = connectedAsThePlatformIs(TestDatabase.url(name));
        Flyway.configure().dataSource(database).target(BEFORE).load().migrate();
        fill(JdbcClient.create(database));
        running = RunningAttempts.on(name, RunningSandboxes.anEngine(), folder);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private static DataSource connectedAsThePlatformIs(String url) {
        var settings = new DataSourceProperties();
        settings.setUrl(url);
        return settings.initializeDataSourceBuilder()
                .type(SimpleDriverDataSource.class)
                .build();
    }

    private void fill(JdbcClient old) {
        attempt(old, attempt, RECENTLY);
        verdict(old, attempt, FIRST, FAILED.formatted("No answer"), facts(1));
        verdict(old, attempt, SECOND, FAILED.formatted("No answer"), facts(2));
        verdict(old, attempt, FIRST, FAILED.formatted("Wrong answer"), facts(3));
        verdict(old, attempt, FIRST, PASSED, facts(4));
        verdict(old, attempt, SECOND, FAILED.formatted("Wrong answer"), facts(5));
        attempt(old, oldAttempt, LONG_AGO);
        verdict(old, oldAttempt, FIRST, PASSED, facts(6));
    }

    private void attempt(JdbcClient old, AttemptId id, Instant ended) {
        var time = Timestamp.from(ended);
        old.sql("""
                insert into attempt (id, learner_id, lab_id, lab_version, lab_digest, variables, started_at, ended_at, score,
                    max_score, passed, extensions_used, version)
                values (?, ?, 'sample', '1.0.0', 'digest', '{}', ?, ?, 0, 100, false, 0, 0)
                """).params(id.value(), learner.value(), time, time).update();
    }

    private static void verdict(JdbcClient old, AttemptId id, TaskId task, String verdict, String facts) {
        old.sql("insert into evidence (attempt_id, task_id, decided_at, verdict, facts) values (?, ?, ?, ?, ?)")
                .params(id.value(), task.value(), Timestamp.from(LONG_AGO), verdict, facts)
                .update();
    }

    /** Contains more than ASCII, so that the numbers of bytes and characters differ. */
    private static String facts(int number) {
        return "{\"at\":\"2026-01-01T12:00:0%dZ\",\"facts\":{\"node1/answer é\":{\"source\":\"learner\"}}}"
                .formatted(number);
    }

    @Test
    void oldFactsStayReadableWordForWord() {
        var evidence = running.get(AttemptEvidence.class);

        assertThat(evidence.facts(learner, attempt, FIRST)).contains(facts(4));
        assertThat(evidence.facts(learner, attempt, SECOND)).contains(facts(5));
    }

    @Test
    void oldVerdictsAreKnownAsTurnsOrRewordings() {
        assertThat(rows(attempt)).extracting(EvidenceEntity::isTurn).containsExactly(true, true, false, true, false);
        assertThat(rows(attempt))
                .extracting(EvidenceEntity::factsState)
                .containsExactly(
                        FactsState.SUPERSEDED,
                        FactsState.SUPERSEDED,
                        FactsState.SUPERSEDED,
                        FactsState.STANDING,
                        FactsState.STANDING);
    }

    @Test
    void oldFactsCountTowardsTheLimit() {
        var bytes = facts(1).getBytes(StandardCharsets.UTF_8).length;

        assertThat(running.get(AttemptEntities.class)
                        .findById(attempt.value())
                        .orElseThrow()
                        .evidenceBytes())
                .isEqualTo(5L * bytes);
    }

    @Test
    void oldFactsAreRemovedWhenTheyAreTooOld() {
        running.removeOldFacts();

        assertThat(rows(oldAttempt)).singleElement().satisfies(row -> {
            assertThat(row.factsState()).isEqualTo(FactsState.TOO_OLD);
            assertThat(row.inlineFacts()).isEmpty();
            assertThat(row.verdict()).isEqualTo(new Verdict.Passed());
        });
        assertThat(rows(attempt))
                .allSatisfy(row -> assertThat(row.inlineFacts()).isPresent());
    }

    private List<EvidenceEntity> rows(AttemptId id) {
        return running.get(EvidenceEntities.class).findByAttempt(id.value());
    }
}
