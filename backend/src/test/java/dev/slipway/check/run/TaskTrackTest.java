package dev.slipway.check.run;

import static dev.slipway.check.assertion.FactsBuilder.NODE;
import static dev.slipway.check.assertion.FactsBuilder.NOON;
import static dev.slipway.check.assertion.FactsBuilder.aNode;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.check.assertion.Assertions;
import dev.slipway.check.assertion.Scope;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Observed;
import dev.slipway.lab.PassRule.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;

/** Tests which verdicts of a task are new for a learner, and when they are reported. */
class TaskTrackTest {
    private static final FactNeed.Containers CONTAINERS = new FactNeed.Containers(NODE);
    /** On this port the container passes; on other ports it fails with different words. */
    private static final int RIGHT = 8080;
    /** Stands for an engine that does not answer. */
    private static final int SILENT = 0;

    private TaskTrack track = aTrack();
    private List<Stored> stored = new ArrayList<>();

    @BeforeTry
    void startAfresh() {
        track = aTrack();
        stored = new ArrayList<>();
    }

    private record Stored(Verdict verdict, Instant at) {}

    /** A wave that starts some time after the previous one and finds the container on a port. */
    record Wave(Duration after, int port) {}

    @Provide
    Arbitrary<List<Wave>> waves() {
        var after = Arbitraries.longs().between(20, 2_500).map(Duration::ofMillis);
        var ports = Arbitraries.frequency(
                Tuple.of(10, 8081), Tuple.of(10, 8082), Tuple.of(10, 8083), Tuple.of(1, RIGHT), Tuple.of(1, SILENT));
        return Combinators.combine(after, ports)
                .as(Wave::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    @Property
    void turnsAreNewsAtOnceAndTheLastWordsAreStoredInTheEnd(@ForAll("waves") List<Wave> waves) {
        var now = NOON;
        for (var wave : waves) {
            now = now.plus(wave.after());
            var verdict = evaluate(now, wave.port(), false);
            assertThat(last())
                    .hasValueSatisfying(
                            last -> assertThat(last.isOfClass(verdict)).isTrue());
        }

        // From here on, only the task itself requests waves.
        var port = waves.getLast().port();
        for (var due = track.looksAgainAt(); due.isPresent(); due = track.looksAgainAt()) {
            assertThat(due.get()).isBetween(now, now.plus(RewordingPace.INTERVAL));
            evaluate(due.get(), port, false);
        }

        assertThat(last()).contains(verdictOn(port));
    }

    @Property
    void failuresAreRewordedOnceASecondAfterABurst(@ForAll("waves") List<Wave> waves) {
        var now = NOON;
        for (var wave : waves) {
            now = now.plus(wave.after());
            evaluate(now, wave.port(), false);
        }

        var rewordings = rewordings();
        for (var first = 0; first < rewordings.size(); first++) {
            for (var later = first; later < rewordings.size(); later++) {
                var between = Duration.between(rewordings.get(first), rewordings.get(later));
                assertThat(later - first + 1L)
                        .isLessThanOrEqualTo(RewordingPace.BURST + between.dividedBy(RewordingPace.INTERVAL) + 1);
            }
        }
    }

    /** Without this test, all other tests would also pass if each port gave the same verdict. */
    @Example
    void portsGiveVerdictsThatDiffer() {
        assertThat(verdictOn(RIGHT)).isInstanceOf(Verdict.Passed.class);
        assertThat(verdictOn(SILENT)).isInstanceOf(Verdict.Errored.class);
        assertThat(verdictOn(8081)).isInstanceOf(Verdict.Failed.class);
        assertThat(verdictOn(8081).readsAs(verdictOn(8082))).isFalse();
    }

    @Example
    void sameWordsAreNoNews() {
        evaluate(NOON, 8081, false);

        assertThat(track.evaluate(facts(NOON.plusSeconds(9), 8081), false)).isEmpty();
        assertThat(track.looksAgainAt()).isEmpty();
    }

    @Example
    void learnerWhoAsksReadsTheNewestWords() {
        flood();

        var verdict = evaluate(NOON, 8088, true);

        assertThat(last()).contains(verdict);
    }

    @Example
    void howeverOftenALearnerAsksTheNextWordsAreDueAfterASecond() {
        for (var port = 8100; port < 8150; port++) {
            evaluate(NOON, port, true);
        }

        evaluate(NOON, 8081, false);

        assertThat(track.looksAgainAt()).contains(NOON.plus(RewordingPace.INTERVAL));
    }

    @Example
    void wordsThatReturnToWhatIsStoredWaitNoLonger() {
        var before = flood();
        evaluate(NOON, 8088, false);
        assertThat(track.looksAgainAt()).isPresent();

        evaluate(NOON, before, false);

        assertThat(track.looksAgainAt()).isEmpty();
    }

    @Example
    void clockThatIsSetBackSilencesNoTask() {
        flood();

        var verdict = evaluate(NOON.minus(Duration.ofHours(1)), 8088, false);

        assertThat(last()).contains(verdict);
    }

    /** Uses up the burst, and returns the port whose verdict was stored last. */
    private int flood() {
        var port = 8081;
        for (; port < 8081 + RewordingPace.BURST; port++) {
            evaluate(NOON, port, false);
        }
        evaluate(NOON, port, false);
        assertThat(track.looksAgainAt()).isEmpty();
        return port;
    }

    /** Runs a wave, stores its verdict if it is new, and returns the verdict. */
    private Verdict evaluate(Instant now, int port, boolean asked) {
        track.evaluate(facts(now, port), asked).ifPresent(verdict -> {
            track.stored(verdict, now);
            stored.add(new Stored(verdict, now));
        });
        return verdictOn(port);
    }

    private Optional<Verdict> last() {
        return stored.isEmpty()
                ? Optional.empty()
                : Optional.of(stored.getLast().verdict());
    }

    /** Returns the times at which a failure followed a failure. */
    private List<Instant> rewordings() {
        var times = new ArrayList<Instant>();
        for (var index = 1; index < stored.size(); index++) {
            if (stored.get(index).verdict() instanceof Verdict.Failed
                    && stored.get(index - 1).verdict() instanceof Verdict.Failed) {
                times.add(stored.get(index).at());
            }
        }
        return times;
    }

    private static Verdict verdictOn(int port) {
        return aTrack().evaluate(facts(NOON, port), false).orElseThrow();
    }

    private static Facts facts(Instant at, int port) {
        var images = new FactNeed.Images(NODE);
        return Facts.of(
                at, Map.of(CONTAINERS, containers(port), images, aNode().build().about(images)));
    }

    private static Observed<?> containers(int port) {
        return port == SILENT
                ? new Observed.Unavailable<>("The Docker Engine on node1 does not answer.")
                : aNode().container("web", "httpd", "running", port).build().about(CONTAINERS);
    }

    private static TaskTrack aTrack() {
        var scope = new Scope(Map.of("PORT", Integer.toString(RIGHT)), List.of(NODE));
        var level = Watching.task(
                Watching.FIRST,
                Mode.LEVEL,
                Duration.ZERO,
                List.of(),
                "container.publishes",
                "{'name': 'web', 'host': '${PORT}', 'container': 80}");
        return new TaskTrack(level, Assertions.parse(level.check(), scope), false);
    }
}
