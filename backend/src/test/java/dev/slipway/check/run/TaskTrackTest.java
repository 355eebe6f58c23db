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

/** Which verdicts of a task are news, and when. */
class TaskTrackTest {
    private static final FactNeed.Containers CONTAINERS = new FactNeed.Containers(NODE);
    /** On this port the container passes, on the others it fails with other words. */
    private static final int RIGHT = 8080;
    /** The engine does not answer. */
    private static final int SILENT = 0;

    private final TaskTrack track = aTrack();
    private final List<Stored> stored = new ArrayList<>();

    private record Stored(Verdict verdict, Instant at) {}

    /** A wave so long after the one before, which finds the container on a port. */
    record Wave(Duration after, int port) {}

    @Provide
    Arbitrary<List<Wave>> waves() {
        var after = Arbitraries.longs().between(20, 2_500).map(Duration::ofMillis);
        var ports = Arbitraries.frequency(
                Tuple(10, 8081), Tuple(10, 8082), Tuple(10, 8083), Tuple(1, RIGHT), Tuple(1, SILENT));
        return Combinators.combine(after, ports).as(Wave::new).list().ofMinSize(1).ofMaxSize(80);
    }

    private static net.jqwik.api.Tuple.Tuple2<Integer, Integer> Tuple(int weight, int port) {
        return net.jqwik.api.Tuple.of(weight, port);
    }

    @Property
    void turnsAreNewsAtOnceAndTheLastWordsAreStoredInTheEnd(@ForAll("waves") List<Wave> waves) {
        var now = NOON;
        for (var wave : waves) {
            now = now.plus(wave.after());
            var verdict = evaluate(now, wave.port(), false);
            assertThat(last()).hasValueSatisfying(last -> assertThat(last.isOfClass(verdict)).isTrue());
        }

        // Nothing happens any more, but for the waves that the task itself asks for.
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
}
