package dev.slipway.lab.folder;

import dev.slipway.lab.folder.LabDraft.DraftTask;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Checks tasks: their ids, the tasks that they need, their pages, checks and hints. */
final class TaskRules {
    private final LabDraft draft;
    private final Set<String> pages;
    private final AssertionRules assertions;

    TaskRules(LabDraft draft, Set<String> pages) {
        this.draft = draft;
        this.pages = pages;
        this.assertions = new AssertionRules(draft);
    }

    void check() {
        var ids = new HashSet<String>();
        for (var task : draft.tasks()) {
            if (!ids.add(task.id())) {
                draft.error(
                        task.pointer() + "/id",
                        "duplicate-id",
                        "There are two tasks with the id `" + task.id() + "`. Rename one.",
                        "id: " + task.id() + "-again");
            }
            assertions.checkVariables(task.node().path("title"), task.pointer() + "/title");
            checkNeeds(task);
            checkPage(task);
            assertions.checkList(task.node().path("check"), task.pointer() + "/check");
            checkHints(task);
        }
    }

    private void checkNeeds(DraftTask task) {
        var known = draft.tasksById().keySet();
        for (var i = 0; i < task.node().path("needs").size(); i++) {
            var need = task.node().path("needs").path(i).stringValue();
            if (!known.contains(need)) {
                draft.error(
                        task.pointer() + "/needs/" + i,
                        "unknown-task",
                        "There is no task `" + need + "`." + DidYouMean.sentence(need, known),
                        "needs: ["
                                + DidYouMean.nearest(need, known)
                                        .orElse(known.iterator().next()) + "]");
            }
        }
    }

    private void checkPage(DraftTask task) {
        var page = task.node().path("page").asString("");
        if (!page.isEmpty() && !pages.contains(page)) {
            draft.error(
                    task.pointer() + "/page",
                    "unknown-page",
                    "There is no page pages/" + page + ".md." + DidYouMean.sentence(page, pages),
                    "page: "
                            + DidYouMean.nearest(page, pages)
                                    .or(() -> pages.stream().findFirst())
                                    .orElse("10-start"));
        }
    }

    private void checkHints(DraftTask task) {
        var hints = task.node().path("hints");
        for (var i = 0; i < hints.size(); i++) {
            var pointer = task.pointer() + "/hints/" + i;
            assertions.checkVariables(hints.path(i).path("text"), pointer + "/text");
            checkFailing(task.node(), hints.path(i), pointer + "/failing");
        }
    }

    /**
     * Checks the {@code failing} of a hint. It must name an assertion whose failure the learner reads; the learner does
     * not read the failures of assertions within {@code any} or {@code none}.
     */
    private void checkFailing(JsonNode task, JsonNode hint, String pointer) {
        var failing = hint.path("failing").asString("");
        var kinds = YamlValues.stream(task.path("check"))
                .flatMap(assertion -> AssertionRules.kinds(assertion).stream())
                .collect(Collectors.toSet());
        if (!failing.isEmpty() && !kinds.contains(failing)) {
            draft.error(
                    pointer,
                    "unknown-assertion",
                    "The task's check has no assertion `" + failing + "` that could fail."
                            + DidYouMean.sentence(failing, kinds),
                    "failing: " + kinds.stream().sorted().findFirst().orElse("http"));
        }
    }
}
