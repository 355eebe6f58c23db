package dev.slipway.lab.folder;

import dev.slipway.lab.Variables;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/** Checks the rules of a quiz that the schema cannot express. The schema has already accepted the document. */
final class QuizRules {
    private final LabDraft draft;
    private final SortedMap<String, CheckedPage> pages;

    QuizRules(LabDraft draft, SortedMap<String, CheckedPage> pages) {
        this.draft = draft;
        this.pages = pages;
    }

    void check() {
        var owners = new HashMap<String, String>();
        draft.tasks().forEach(task -> owners.put(task.id(), "a task"));
        var quiz = draft.root().path("quiz");
        for (var i = 0; i < quiz.size(); i++) {
            var pointer = "/quiz/" + i;
            var question = quiz.path(i);
            var owner = owners.putIfAbsent(id(question), "another question");
            if (owner != null) {
                draft.error(
                        pointer + "/id",
                        "duplicate-id",
                        "There is " + owner + " with the id `" + id(question) + "`. Rename one.",
                        "id: " + id(question) + "-again");
            }
            check(question, pointer);
        }
        checkPages();
    }

    private void check(JsonNode question, String pointer) {
        var kind = QuizKind.of(question);
        kind.foreignKeys().stream()
                .filter(question::has)
                .forEach(key -> draft.error(
                        draft.yaml().positionOfKey(pointer + "/" + key),
                        "unknown-key",
                        "A question of the kind " + kind.word() + " cannot have `" + key + "`.",
                        kind.example()));
        new QuizAnswerRules(draft).check(question, pointer, kind);
        checkVariables(question, pointer);
        if (pages.values().stream().noneMatch(page -> page.questions().containsKey(id(question)))) {
            draft.warn(
                    pointer + "/id",
                    "question-not-placed",
                    "No page shows the question `" + id(question) + "`, so learners find it only at the very end.",
                    ":::quiz{id=" + id(question) + "}");
        }
    }

    /**
     * Checks variables in all texts that learners read or type. A pattern is skipped, because a regular expression may
     * contain a dollar sign and a brace.
     */
    private void checkVariables(JsonNode value, String pointer) {
        if (value.isString()) {
            for (var name : Variables.namesIn(value.stringValue())) {
                if (!draft.variables().contains(name)) {
                    draft.error(
                            pointer,
                            "unknown-variable",
                            "There is no variable " + name + " under `vars`."
                                    + DidYouMean.sentence(name, draft.variables()),
                            "vars: {" + name + ": {random: word}}");
                }
            }
        } else if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                checkVariables(value.path(i), pointer + "/" + i);
            }
        } else {
            value.forEachEntry((key, member) -> {
                if (!key.equals("pattern")) {
                    checkVariables(member, YamlDocument.child(pointer, key));
                }
            });
        }
    }

    private void checkPages() {
        Map<String, String> first = new HashMap<>();
        pages.forEach((page, checked) -> checked.questions().forEach((question, at) -> {
            var before = first.putIfAbsent(question, page);
            if (before != null) {
                draft.warn(
                        at,
                        "duplicate-slot",
                        "The question `" + question + "` is on the page " + before + " already.",
                        ":::quiz{id=" + question + "}");
            }
        }));
    }

    private static String id(JsonNode question) {
        return question.path("id").stringValue();
    }
}
