package dev.slipway.attempt;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.SECOND;
import static dev.slipway.attempt.RunningAttempts.anAccount;
import static dev.slipway.check.assertion.FactsBuilder.NODE;
import static dev.slipway.check.assertion.FactsBuilder.aNode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.attempt.persistence.EvidenceEntities;
import dev.slipway.attempt.persistence.EvidenceEntity;
import dev.slipway.attempt.persistence.FactsState;
import dev.slipway.check.Verdict;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.HttpFact;
import dev.slipway.check.fact.Observed;
import dev.slipway.database.OnBothDatabases;
import dev.slipway.lab.LabId;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.RunningSandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stored evidence and its limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@OnBothDatabases
class EvidenceTest {
    private static final Verdict PASSED = new Verdict.Passed();
    private static final FactNeed<HttpFact> PAGE = new FactNeed.Http(NODE, 8080, "/");
    private static final int LARGE = 100_000;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private RunningAttempts running;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AccountId learner;

    @SuppressWarnings("NullAway.Init") // set before each test
    private AttemptId attempt;

    @BeforeAll
    void start(@TempDir Path folder) {
        running = RunningAttempts.on(UUID.randomUUID().toString(), RunningSandboxes.anEngine(), folder);
    }

    @BeforeEach
    void startAttempt() {
        learner = anAccount(Role.LEARNER);
        attempt = running.attempts().start(learner, new LabId("sample")).id();
        await().untilAsserted(() -> assertThat(running.watched()).containsKey(attempt));
    }

    @AfterEach
    void endAttempt() {
        running.attempts().end(learner, attempt);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    void factsAreReadAsTheyWereGathered() {
        var facts = aNode().container("web", "httpd", "running", 8080)
                .event("container", "start", "web")
                .http(8080, new HttpFact(true, 200, "\"quoted\" and ünïcode \u0007", false))
                .but(new FactNeed.Http(NODE, 81, "/"), new Observed.Late<>("slow"))
                .build();

        running.evaluated(attempt, FIRST, PASSED, facts.canonical());

        assertThat(standing(FIRST)).isEqualTo(facts.toJson());
    }

    @Test
    void timeOfTheFactsIsKeptToTheNanosecond() {
        var facts = Facts.of(Instant.parse("2026-03-01T12:00:00.123456789Z"), Map.of());

        running.evaluated(attempt, FIRST, PASSED, facts.canonical());

        assertThat(standing(FIRST)).isEqualTo(facts.toJson());
    }

    @Test
    void equalFactsOfTwoTasksAndTimesAreStoredOnce() {
        running.evaluated(attempt, FIRST, failed(1), page(1, LARGE).canonical());
        running.evaluated(attempt, SECOND, failed(1), page(1, LARGE).canonical());
        var later = Facts.of(
                Instant.parse("2026-03-01T13:00:00Z"),
                Map.of(PAGE, page(1, LARGE).about(PAGE)));
        running.evaluated(attempt, SECOND, PASSED, later.canonical());

        assertThat(count("select count(*) from fact where attempt_id = ?")).isEqualTo(1);
        assertThat(count("select uses from fact where attempt_id = ?")).isEqualTo(3);
        assertThat(standing(SECOND)).isEqualTo(later.toJson());
    }

    @Test
    void sameVerdictIsNoNewEvidence() {
        running.evaluated(attempt, FIRST, failed(1), page(1, 10).canonical());
        running.evaluated(attempt, FIRST, failed(1), page(1, 10).canonical());

        assertThat(rows()).hasSize(1);
    }

    @Test
    void floodOfRewordingsStaysBelowTheLimitAndLosesNoTurn() {
        for (var number = 1; number <= 2_000; number++) {
            var verdict = number % 250 == 0 ? PASSED : failed(number);
            running.evaluated(attempt, FIRST, verdict, page(number, LARGE).canonical());
        }

        var limits = running.get(EvidenceProperties.class);
        assertThat(storedBytes()).isLessThanOrEqualTo(limits.maxSizePerAttempt().toBytes());
        assertThat(storedBytes()).isEqualTo(count("select evidence_bytes from attempt where id = ?"));
        assertThat(standing(FIRST)).isEqualTo(page(2_000, LARGE).toJson());
        assertThat(rows()).filteredOn(row -> !row.isTurn()).hasSize(limits.maxRewordings());
        assertThat(rows())
                .filteredOn(EvidenceEntity::isTurn)
                // The first verdict, eight changes to Passed, and seven changes to Failed after that.
                .hasSize(16)
                .allSatisfy(turn -> assertThat(turn.factNames()).isPresent());
    }

    @Test
    void oldestTurnsLoseTheirFactsButNotTheirVerdictsWhenNothingElseIsLeft() {
        running.evaluated(attempt, SECOND, PASSED, page(0, LARGE).canonical());
        for (var number = 1; number <= 200; number++) {
            running.evaluated(
                    attempt,
                    FIRST,
                    number % 2 == 0 ? PASSED : failed(number),
                    page(number, LARGE).canonical());
        }

        assertThat(storedBytes())
                .isLessThanOrEqualTo(running.get(EvidenceProperties.class)
                        .maxSizePerAttempt()
                        .toBytes());
        assertThat(rows()).hasSize(201).allMatch(EvidenceEntity::isTurn);
        assertThat(rows()).element(1).satisfies(oldest -> {
            assertThat(oldest.factsState()).isEqualTo(FactsState.NO_ROOM);
            assertThat(oldest.factNames()).isEmpty();
            assertThat(oldest.verdict()).isEqualTo(failed(1));
        });
        assertThat(rows().get(199).factsState()).isEqualTo(FactsState.SUPERSEDED);
        assertThat(standing(FIRST)).isEqualTo(page(200, LARGE).toJson());
        assertThat(standing(SECOND)).isEqualTo(page(0, LARGE).toJson());
    }

    @Test
    void removedRewordingsTakeNoFactsOfOtherVerdictsAlong() {
        running.evaluated(attempt, SECOND, PASSED, page(1, 10).canonical());
        var limit = running.get(EvidenceProperties.class).maxRewordings();
        for (var number = 0; number <= limit + 10; number++) {
            running.evaluated(
                    attempt, FIRST, failed(number), page(1 + number % 2, 10).canonical());
        }

        assertThat(rows()).filteredOn(row -> !row.isTurn()).hasSize(limit);
        assertThat(standing(SECOND)).isEqualTo(page(1, 10).toJson());
        assertThat(count("select sum(uses) from fact where attempt_id = ?")).isEqualTo(limit + 2L);
    }

    @Test
    void tooLargeFactIsReplacedByItsSizeAndDigestAndTheVerdictStands() {
        var facts = page(1, 300_000);
        var body = facts.canonical().bodies().values().iterator().next();

        running.evaluated(attempt, FIRST, PASSED, facts.canonical());

        assertThat(running.attempts().get(learner, attempt).progress().score()).isEqualTo(40);
        var stored = standing(FIRST);
        assertThat(stored).hasSizeLessThan(1_000).contains(Integer.toString(body.bytes()), body.digest());
        assertThat(Facts.fromJson(stored).toJson()).isEqualTo(stored);
        assertThat(Facts.fromJson(stored).about(PAGE)).isInstanceOf(Observed.Unavailable.class);
    }

    @Test
    void factsAreRemovedLongAfterTheEndOfTheAttemptAndVerdictsStay() {
        running.evaluated(attempt, FIRST, failed(1), page(1, 10).canonical());
        running.evaluated(attempt, FIRST, PASSED, page(2, 10).canonical());
        running.attempts().end(learner, attempt);
        var retention = running.get(EvidenceProperties.class).retention();

        running.get(MutableClock.class).advance(retention.minus(Duration.ofHours(1)));
        running.removeOldFacts();
        assertThat(standing(FIRST)).isEqualTo(page(2, 10).toJson());
        running.get(MutableClock.class).advance(Duration.ofHours(2));
        running.removeOldFacts();

        assertThat(running.get(AttemptEvidence.class).facts(learner, attempt, FIRST))
                .isEmpty();
        assertThat(storedBytes()).isZero();
        assertThat(rows()).extracting(EvidenceEntity::verdict).containsExactly(failed(1), PASSED);
        assertThat(rows()).extracting(EvidenceEntity::factsState).containsOnly(FactsState.TOO_OLD);
        assertThat(running.attempts().get(learner, attempt).progress().score()).isEqualTo(40);
    }

    @Test
    void factsOfAnOpenAttemptAreNeverTooOld() {
        running.evaluated(attempt, FIRST, PASSED, page(1, 10).canonical());

        running.get(MutableClock.class)
                .advance(running.get(EvidenceProperties.class).retention().multipliedBy(2));
        running.removeOldFacts();

        assertThat(standing(FIRST)).isEqualTo(page(1, 10).toJson());
    }

    private static Verdict failed(int number) {
        return new Verdict.Failed("http", new SourcePosition("lab.yaml", 1, 1), "No answer", number + "", "200");
    }

    /** Returns facts with a page whose text begins with the number. */
    private static Facts page(int number, int length) {
        var text = number + "-".repeat(length);
        return aNode().http(8080, new HttpFact(true, 200, text, false)).build().only(List.of(PAGE));
    }

    private String standing(TaskId task) {
        return running.get(AttemptEvidence.class).facts(learner, attempt, task).orElseThrow();
    }

    private List<EvidenceEntity> rows() {
        return running.get(EvidenceEntities.class).findByAttempt(attempt.value());
    }

    private long storedBytes() {
        return count("select coalesce(sum(bytes), 0) from fact where attempt_id = ?")
                + count("select coalesce(sum(bytes), 0) from evidence where attempt_id = ?");
    }

    private long count(String query) {
        return running.get(JdbcClient.class)
                .sql(query)
                .param(attempt.value())
                .query(Long.class)
                .single();
    }
}
