package dev.slipway.lab.folder;

import dev.slipway.lab.folder.LabDraft.DraftTask;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Checks the proofs of a lab. The tasks and assertions that the proofs name must exist. One proof must show that every
 * task fails in an untouched lab, and one proof must show that a solution passes all tasks. For each task, a proof must
 * show that a wrong solution reaches the task and fails it.
 */
final class ProofRules {
    private final LabDraft draft;
    private final JsonNode proofs;

    ProofRules(LabDraft draft) {
        this.draft = draft;
        this.proofs = draft.root().path("proofs");
    }

    void check() {
        if (draft.tasks().isEmpty()) {
            return;
        }
        if (proofs.isEmpty()) {
            draft.warn(
                    "",
                    "no-proofs",
                    "Nothing shows that the lab can be solved: it has no `proofs`.",
                    "proofs: [{name: reference, run: solutions/ok-01.sh, expect: pass}]");
            return;
        }
        var names = new HashSet<String>();
        for (var i = 0; i < proofs.size(); i++) {
            var name = proofs.path(i).path("name").stringValue();
            if (!names.add(name)) {
                draft.warn(
                        "/proofs/" + i + "/name",
                        "duplicate-id",
                        "Two proofs are called `" + name + "`. Rename one.",
                        "name: " + name + " again");
            }
            check(proofs.path(i), "/proofs/" + i);
        }
        checkUntouched();
        checkReference();
        checkWrong();
    }

    private void check(JsonNode proof, String pointer) {
        var run = proof.path("run").asString("");
        if (!run.isEmpty() && !draft.folder().has(run)) {
            var files = draft.folder().files().keySet();
            draft.warn(
                    pointer + "/run",
                    "missing-solution",
                    "There is no file " + run + " in the lab's folder." + DidYouMean.sentence(run, files),
                    "run: " + DidYouMean.nearest(run, files).orElse("solutions/ok-01.sh"));
        }
        proof.path("expect").forEachEntry((task, outcome) -> checkExpectation(pointer, task, outcome));
    }

    private void checkExpectation(String pointer, String task, JsonNode outcome) {
        var at = draft.yaml().positionOfKey(YamlDocument.child(pointer + "/expect", task));
        var tasks = draft.tasksById();
        var expected = tasks.get(task);
        if (expected == null) {
            draft.warn(
                    at,
                    "unknown-task",
                    "There is no task `" + task + "`." + DidYouMean.sentence(task, tasks.keySet()),
                    "expect: {" + tasks.keySet().iterator().next() + ": fail}");
            return;
        }
        var kind = outcome.path("fail").asString("");
        var kinds = AssertionRules.kindsWithin(expected.node().path("check")).collect(Collectors.toSet());
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            draft.warn(
                    at,
                    "unknown-assertion",
                    "The task `" + task + "` has no assertion `" + kind + "` that could fail."
                            + DidYouMean.sentence(kind, kinds),
                    task + ": {fail: " + kinds.stream().sorted().findFirst().orElse("http") + "}");
        }
    }

    private void checkUntouched() {
        for (var i = 0; i < proofs.size(); i++) {
            if (!proofs.path(i).has("run")) {
                checkUntouched(proofs.path(i), "/proofs/" + i);
                return;
            }
        }
        draft.warn(
                "/proofs",
                "no-untouched",
                "No proof shows that an untouched lab fails. Add a proof without `run`.",
                "- {name: untouched, expect: {"
                        + draft.tasks().stream()
                                .map(task -> task.id() + ": fail")
                                .collect(Collectors.joining(", "))
                        + "}}");
    }

    private void checkUntouched(JsonNode proof, String pointer) {
        for (var task : draft.tasks()) {
            if (!Solution.fails(proof, task)) {
                draft.warn(
                        pointer + "/expect",
                        "untouched-task",
                        "The proof without `run` does not expect that the task `" + task.id() + "` fails.",
                        task.id() + ": fail");
            }
        }
    }

    private void checkReference() {
        if (YamlValues.stream(proofs).noneMatch(proof -> proof.path("expect").isString())) {
            draft.warn(
                    "/proofs",
                    "no-reference",
                    "No proof shows that the whole lab can be solved. Add a proof with `expect: pass`.",
                    "- {name: reference, run: solutions/ok-01.sh, expect: pass}");
        }
    }

    private void checkWrong() {
        for (var task : draft.tasks()) {
            if (YamlValues.stream(proofs).noneMatch(proof -> isWrongSolution(proof, task))) {
                var needs = needs(task);
                var before = needs.isEmpty() ? "" : " after passing the tasks that it needs";
                draft.warn(
                        task.pointer() + "/id",
                        "never-failed",
                        "No wrong solution fails the task `" + task.id() + "`" + before
                                + ", so its failure message has never been seen.",
                        "- {name: a mistake, run: solutions/wrong-01.sh, expect: {"
                                + needs.stream().map(need -> need + ": pass, ").collect(Collectors.joining())
                                + task.id() + ": fail}}");
            }
        }
    }

    private static boolean isWrongSolution(JsonNode proof, DraftTask task) {
        return proof.has("run") && Solution.fails(proof, task) && reaches(proof.path("expect"), task);
    }

    /**
     * Returns whether the proof shows that the task was evaluated. A task is evaluated only after the tasks that it
     * needs have passed; a proof that names the failing assertion shows it too.
     */
    private static boolean reaches(JsonNode expected, DraftTask task) {
        return expected.path(task.id()).isObject()
                || needs(task).stream()
                        .map(need -> expected.path(need).asString(""))
                        .allMatch("pass"::equals);
    }

    private static List<String> needs(DraftTask task) {
        return YamlValues.strings(task.node().path("needs"));
    }
}
