package dev.slipway.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Optional<String> NOTHING_FAILS = Optional.empty();
    private static final Optional<String> PORT_FAILS = Optional.of("container.publishes");

    private static Task task(Hint... hints) {
        return new Task(
                new TaskId("publish"),
                "Publish port ${PORT}",
                10,
                Optional.empty(),
                List.of(),
                List.of(),
                new PassRule(PassRule.Mode.LATCH, Duration.ZERO),
                List.of(hints));
    }

    private static Hint hint(int minutes) {
        return new Hint(Duration.ofMinutes(minutes), "Look at it.");
    }

    private static Hint hintFor(Optional<String> failing) {
        return new Hint(Duration.ZERO, failing, "The first number is the machine's.");
    }

    @Test
    void titleNamesTheAttemptsOwnValues() {
        assertThat(task().title(Map.of("PORT", "8081"))).isEqualTo("Publish port 8081");
    }

    @Test
    void hintsOpenOneAfterTheOther() {
        var task = task(hint(2), hint(5));

        assertThat(task.nextHintAfter(0, NOTHING_FAILS)).contains(Duration.ofMinutes(2));
        assertThat(task.nextHintAfter(1, NOTHING_FAILS)).contains(Duration.ofMinutes(5));
        assertThat(task.nextHintAfter(2, NOTHING_FAILS)).isEmpty();
    }

    @Test
    void hintForAMistakeWaitsForIt() {
        var task = task(hintFor(PORT_FAILS));

        assertThat(task.nextHintAfter(0, NOTHING_FAILS)).isEmpty();
        assertThat(task.nextHintAfter(0, Optional.of("http"))).isEmpty();
        assertThat(task.nextHintAfter(0, PORT_FAILS)).contains(Duration.ZERO);
    }

    @Test
    void hintThatMayBeUnfoldedOpensThoseBeforeIt() {
        var task = task(hintFor(PORT_FAILS), hint(5));

        assertThat(task.nextHintAfter(0, NOTHING_FAILS)).contains(Duration.ofMinutes(5));
        assertThat(task(hint(5), hintFor(PORT_FAILS)).nextHintAfter(0, PORT_FAILS))
                .contains(Duration.ZERO);
    }
}
