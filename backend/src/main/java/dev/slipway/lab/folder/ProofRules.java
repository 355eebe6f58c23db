package dev.slipway.lab.folder;

import java.util.HashSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Proofs: solutions that are there, and expectations of tasks and assertions that exist. */
final class ProofRules {
    private final LabDraft draft;

    ProofRules(LabDraft draft) {
        this.draft = draft;
    }

    void check() {
        var proofs = draft.root().path("proofs");
        var names = new HashSet<String>();
        for (var i = 0; i < proofs.size(); i++) {
            var pointer = "/proofs/" + i;
            var proof = proofs.path(i);
            if (!names.add(proof.path("name").stringValue())) {
                draft.warn(pointer + "/name", "duplicate-id", "Two proofs have this name.", "");
            }
            checkSolution(proof.path("run").asString(""), pointer + "/run");
            proof.path("expect").forEachEntry((task, outcome) -> checkExpectation(pointer, task, outcome));
        }
        if (proofs.isEmpty()) {
            draft.warn(
                    "",
                    "no-proofs",
                    "Nothing shows that the lab can be solved: it has no `proofs`.",
                    "proofs: [{name: reference, run: solutions/ok-01.sh, expect: pass}]");
        }
    }

    private void checkSolution(String run, String pointer) {
        if (!run.isEmpty() && !draft.folder().has(run)) {
            draft.warn(
                    pointer,
                    "missing-solution",
                    "There is no file " + run + " in the lab's folder."
                            + DidYouMean.sentence(run, draft.folder().files().keySet()),
                    "");
        }
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
                    "");
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
}
