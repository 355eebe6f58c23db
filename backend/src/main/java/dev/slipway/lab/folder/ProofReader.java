package dev.slipway.lab.folder;

import dev.slipway.lab.Proof;
import dev.slipway.lab.Proof.Expected;
import dev.slipway.lab.Proof.Script;
import dev.slipway.lab.TaskId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Reads the proofs of a lab without errors. {@link ProofRules} reports missing solutions. */
final class ProofReader {
    private final LabDraft draft;

    ProofReader(LabDraft draft) {
        this.draft = draft;
    }

    List<Proof> proofs() {
        var proofs = draft.root().path("proofs");
        return IntStream.range(0, proofs.size())
                .mapToObj(index -> proof(proofs.path(index), "/proofs/" + index))
                .toList();
    }

    private Proof proof(JsonNode proof, String pointer) {
        return new Proof(
                proof.path("name").stringValue(),
                script(proof.path("run").asString("")),
                proof.path("runs").asInt(1),
                expected(proof.path("expect")),
                draft.yaml().positionOf(pointer));
    }

    private Optional<Script> script(String file) {
        return draft.folder().file(file).flatMap(YamlValues::text).map(text -> new Script(file, text));
    }

    private Map<TaskId, Expected> expected(JsonNode expect) {
        var expected = new LinkedHashMap<TaskId, Expected>();
        if (expect.isString()) {
            draft.tasks().forEach(task -> expected.put(new TaskId(task.id()), new Expected.Pass()));
        } else {
            expect.forEachEntry((task, outcome) -> expected.put(new TaskId(task), outcome(outcome)));
        }
        return expected;
    }

    private static Expected outcome(JsonNode outcome) {
        if (outcome.isString()) {
            return outcome.stringValue().equals("pass") ? new Expected.Pass() : new Expected.Fail(Optional.empty());
        }
        return new Expected.Fail(Optional.of(outcome.path("fail").stringValue()));
    }
}
