package dev.slipway.lab.folder;

import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import dev.slipway.lab.markdown.PageChecker.CodeText;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Checks all pages of a lab together: each task must be on exactly one page, and no page may show the solution. */
final class PageRules {
    /**
     * Number of successive lines of a solution that a page may not show. Two such lines may be a coincidence or part of
     * the instructions; three are the solution.
     */
    private static final int PASTED_LINES = 3;

    private final LabDraft draft;
    private final SortedMap<String, CheckedPage> pages;

    PageRules(LabDraft draft, SortedMap<String, CheckedPage> pages) {
        this.draft = draft;
        this.pages = pages;
    }

    void check() {
        if (pages.isEmpty()) {
            draft.error(
                    draft.folder().position("pages", 1, 1), "no-pages", "The lab has no pages.", "pages/10-start.md");
        }
        checkPlaces();
        checkPasted();
    }

    /** Checks that each task is on a page, and on only one. */
    private void checkPlaces() {
        var first = new HashMap<String, String>();
        pages.forEach((id, page) -> page.slots().forEach((task, at) -> checkFirst(first, task, id, at)));
        draft.tasksById().forEach((id, task) -> {
            var page = task.node().path("page").asString("");
            var places = pages.entrySet().stream()
                    .filter(entry -> entry.getValue().slots().containsKey(id))
                    .map(entry -> entry.getKey())
                    .toList();
            if (places.isEmpty()) {
                draft.warn(
                        task.pointer() + "/id",
                        "task-not-placed",
                        "The task `" + id + "` is not on any page, so learners may overlook it.",
                        ":::task{id=" + id + "}");
            } else if (pages.containsKey(page) && !places.contains(page)) {
                draft.warn(
                        task.pointer() + "/page",
                        "task-elsewhere",
                        "The task names the page " + page + ", but it is on " + String.join(", ", places) + ".",
                        "page: " + places.getFirst());
            }
        });
    }

    private void checkFirst(Map<String, String> first, String task, String page, SourcePosition at) {
        var before = first.putIfAbsent(task, page);
        if (before != null) {
            draft.warn(
                    at,
                    "duplicate-slot",
                    "The task `" + task + "` is on the page " + before + " already.",
                    ":::task{id=" + task + "}");
        }
    }

    private void checkPasted() {
        for (var solution : Solution.allIn(draft)) {
            if (solution.isReference()) {
                var lines = solution.commands();
                pages.values().stream()
                        .flatMap(page -> page.code().stream())
                        .forEach(code -> checkPasted(code, lines, solution.file()));
            }
        }
    }

    private void checkPasted(CodeText code, List<String> solution, String file) {
        var lines = code.text().lines().map(String::strip).toList();
        var commands = IntStream.range(0, lines.size())
                .filter(index -> Solution.isCommand(lines.get(index)))
                .boxed()
                .toList();
        for (var i = 0; i + PASTED_LINES <= commands.size(); i++) {
            var shown = commands.subList(i, i + PASTED_LINES).stream()
                    .map(lines::get)
                    .toList();
            if (Collections.indexOfSubList(solution, shown) >= 0) {
                var at = code.position();
                draft.warn(
                        new SourcePosition(at.file(), at.line() + commands.get(i), 1),
                        "pasted-solution",
                        "From here on, the page shows lines of " + file + ", which learners would copy. Show the form"
                                + " of a command, or another example.",
                        "docker run -d -p MACHINE:CONTAINER IMAGE");
                return;
            }
        }
    }
}
