package dev.slipway.lab.folder;

import dev.slipway.lab.folder.LabDraft.DraftTask;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A solution that a proof types, with the methods that the rules for solutions and pages need.
 *
 * @param proof the proof in lab.yaml
 * @param file path of the solution in the lab's folder
 */
record Solution(JsonNode proof, String file, String text) {

    /** Returns the solutions whose files exist, in the order of the proofs. */
    static List<Solution> allIn(LabDraft draft) {
        var solutions = new ArrayList<Solution>();
        draft.root().path("proofs").forEach(proof -> {
            var file = proof.path("run").asString("");
            draft.folder()
                    .file(file)
                    .flatMap(YamlValues::text)
                    .ifPresent(text -> solutions.add(new Solution(proof, file, text)));
        });
        return solutions;
    }

    /** Returns whether the proof expects this solution to solve the whole lab. */
    boolean isReference() {
        return proof.path("expect").isString();
    }

    /** Returns whether a proof expects this task to fail. */
    static boolean fails(JsonNode proof, DraftTask task) {
        var outcome = proof.path("expect").path(task.id());
        return outcome.isObject() || outcome.asString("").equals("fail");
    }

    /** Returns the lines that the proof types, without comments. */
    List<String> commands() {
        return text.lines().map(String::strip).filter(Solution::isCommand).toList();
    }

    static boolean isCommand(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }
}
