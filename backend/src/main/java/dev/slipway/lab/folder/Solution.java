package dev.slipway.lab.folder;

import dev.slipway.lab.folder.LabDraft.DraftTask;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A solution that a proof types, as far as rules look at it.
 *
 * @param proof the proof as it is written
 * @param file where the solution stands in the lab's folder
 */
record Solution(JsonNode proof, String file, String text) {

    /** Those that are there; in the order of the proofs. */
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

    /** Whether it is said to solve the whole lab. */
    boolean isReference() {
        return proof.path("expect").isString();
    }

    /** Whether a proof is said to fail this task. */
    static boolean fails(JsonNode proof, DraftTask task) {
        var outcome = proof.path("expect").path(task.id());
        return outcome.isObject() || outcome.asString("").equals("fail");
    }

    /** What is typed, line by line, without remarks. */
    List<String> commands() {
        return text.lines().map(String::strip).filter(Solution::isCommand).toList();
    }

    static boolean isCommand(String line) {
        return !line.isBlank() && !line.startsWith("#");
    }
}
