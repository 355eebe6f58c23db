package dev.slipway.check.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.sandbox.NodeEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Routine routine = new Routine();

    private boolean isRoutine(int second, String action, String exec) {
        var attributes = Map.of("name", "web", "execID", exec);
        return routine.includes(new NodeEvent(NOON.plusSeconds(second), "container", action, "id", attributes));
    }

    private boolean ran(int second, String command, int seconds) {
        var exec = "exec" + second;
        assertThat(isRoutine(second, "exec_create: " + command, exec)).isTrue();
        assertThat(isRoutine(second, "exec_start: " + command, exec)).isTrue();
        return isRoutine(second + seconds, "exec_die", exec);
    }

    @Test
    void commandThatRunsAgainAndAgainIsAProbe() {
        assertThat(ran(0, "/bin/sh -c true", 0)).isFalse();
        assertThat(ran(30, "/bin/sh -c true", 0)).isFalse();
        assertThat(ran(60, "/bin/sh -c true", 0)).isTrue();
        assertThat(ran(90, "/bin/sh -c true", 0)).isTrue();
    }

    @Test
    void commandsOfPeopleMeanAChange() {
        assertThat(ran(0, "bash", 20)).isFalse();
        assertThat(ran(30, "touch /x", 0)).isFalse();
        assertThat(ran(40, "bash", 20)).isFalse();
        assertThat(ran(200, "bash", 20)).isFalse();
        assertThat(ran(230, "bash", 20)).isFalse();
        assertThat(ran(260, "bash", 20)).isFalse();
    }

    @Test
    void healthMattersWhenItChanges() {
        assertThat(isRoutine(0, "health_status: healthy", "")).isFalse();
        assertThat(isRoutine(1, "health_status: healthy", "")).isTrue();
        assertThat(isRoutine(2, "health_status: unhealthy", "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "start", "die", "destroy", "commit", "extract-to-dir", "rename"})
    void whatHappensToContainersMeansAChange(String action) {
        assertThat(isRoutine(0, action, "")).isFalse();
        assertThat(isRoutine(1, action, "")).isFalse();
    }
}
