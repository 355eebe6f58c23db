package dev.slipway.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaskStripTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<TaskId> visited = new ArrayList<>();
    private final TaskStrip strip = new TaskStrip(visited::add);

    private static TaskStatus aTask(String id, TaskState state, int second) {
        var verdict = switch (state) {
            case PASSED -> Optional.<Verdict>of(new Verdict.Passed());
            case FAILED ->
                Optional.<Verdict>of(new Verdict.Failed(
                        "container.running", new SourcePosition("lab.yaml", 1, 1), "No " + id + ".", "", ""));
            default -> Optional.<Verdict>empty();
        };
        return new TaskStatus(new TaskId(id), "Run " + id, state, verdict, verdict.map(_ -> NOON.plusSeconds(second)));
    }

    private void show(TaskStatus... all) {
        strip.show(List.of(all), List.of(all));
    }

    private String text() {
        return strip.getElement().getTextRecursively();
    }

    @Test
    void tellsThePassThatCameTogetherWithAFailure() {
        show(aTask("web", TaskState.OPEN, 0), aTask("db", TaskState.OPEN, 0));
        show(aTask("web", TaskState.PASSED, 1), aTask("db", TaskState.FAILED, 2));

        assertThat(text()).contains("Run web").doesNotContain("Run db");
    }

    @Test
    void keepsTheNewestVerdictWhileOthersStayAsTheyWere() {
        show(aTask("web", TaskState.FAILED, 1), aTask("db", TaskState.FAILED, 2));
        show(aTask("web", TaskState.PASSED, 3), aTask("db", TaskState.FAILED, 2));
        show(aTask("web", TaskState.PASSED, 3), aTask("db", TaskState.FAILED, 2));

        assertThat(text()).contains("Done", "Run web");
    }

    @Test
    void failureOfAnotherPageDoesNotPushAsideAPassOfThisOne() {
        var web = aTask("web", TaskState.PASSED, 1);
        strip.show(List.of(web), List.of(web, aTask("db", TaskState.OPEN, 0)));
        strip.show(List.of(web), List.of(web, aTask("db", TaskState.FAILED, 2)));

        assertThat(text()).contains("Done", "Run web");
    }

    @Test
    void namesTheFirstTaskToDoWhileNothingWasDecided() {
        show(aTask("web", TaskState.OPEN, 0), aTask("db", TaskState.LOCKED, 0));

        assertThat(text()).contains("Open", "Run web");
    }

    @Test
    void namesTheNextTaskToDoOnAnotherPage() {
        var web = aTask("web", TaskState.PASSED, 1);
        var db = aTask("db", TaskState.OPEN, 0);
        strip.show(List.of(web), List.of(web, db));

        strip.turned();
        strip.show(List.of(db), List.of(web, db));

        assertThat(text()).contains("Run db").doesNotContain("Run web");
    }

    @Test
    void isHiddenInALabWithoutTasks() {
        show();

        assertThat(strip.isVisible()).isFalse();
    }
}
