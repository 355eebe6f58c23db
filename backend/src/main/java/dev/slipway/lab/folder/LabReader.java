package dev.slipway.lab.folder;

import dev.slipway.lab.Lab;
import dev.slipway.lab.LabDescription;
import dev.slipway.lab.LabDescription.Difficulty;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabMachines;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.LabVersion;
import dev.slipway.lab.Page;
import dev.slipway.lab.Proof;
import dev.slipway.lab.Scoring;
import dev.slipway.lab.SessionPolicy;
import dev.slipway.lab.VariableRule;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/**
 * Reads one lab: it parses the YAML, checks the schema, reads the pages, and checks the rules that a schema cannot
 * express.
 */
final class LabReader {
    private static final String LAB_YAML = "lab.yaml";

    private final LabDraft draft;
    private final JsonNode root;

    private LabReader(LabDraft draft) {
        this.draft = draft;
        this.root = draft.root();
    }

    static LabReading read(LabFolder folder, HostKnowledge host) {
        var problems = new ArrayList<>(folder.problems());
        var content = folder.file(LAB_YAML);
        if (content.isEmpty()) {
            problems.add(new LabProblem(
                    folder.position(LAB_YAML, 1, 1), "missing-file", "The folder has no lab.yaml.", "id: my-lab"));
            return new LabReading(Optional.empty(), List.of(), problems);
        }
        var yaml = YamlReader.read(folder.label(LAB_YAML), content.get(), problems);
        yaml.ifPresent(document -> problems.addAll(LabSchema.LAB.problems(document)));
        if (yaml.isEmpty() || problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
            return new LabReading(Optional.empty(), List.of(), problems);
        }
        var draft = new LabDraft(folder, yaml.get(), problems);
        var lab = new LabReader(draft).lab(host);
        var proofs = lab.isEmpty() ? List.<Proof>of() : new ProofReader(draft).proofs();
        return new LabReading(lab, proofs, problems);
    }

    private Optional<Lab> lab(HostKnowledge host) {
        var id = root.path("id").stringValue();
        var name = draft.folder().name();
        if (!id.equals(name)) {
            draft.error(
                    "/id",
                    "id-folder",
                    "The id is `" + id + "` but the folder is called `" + name + "`. They must be the same.",
                    "id: " + name);
        }
        var checked = new PageReader(draft).pages();
        new LabRules(draft, checked).check(host);
        return draft.hasErrors() ? Optional.empty() : Optional.of(lab(new LabId(id), checked));
    }

    private Lab lab(LabId id, SortedMap<String, CheckedPage> checked) {
        List<Page> pages = checked.values().stream().map(CheckedPage::page).toList();
        var machines = machines();
        return new Lab(
                new LabVersion(id, root.path("version").stringValue(), LabDigest.of(root, pages, machines.nodes())),
                description(),
                machines,
                variables(),
                new Scoring(
                        root.path("scoring").path("pass").asInt(70),
                        root.path("scoring").path("hintCost").asInt(0)),
                new TaskReader(draft, checked).tasks(),
                new QuizReader(draft, checked).questions(),
                pages);
    }

    private LabDescription description() {
        return new LabDescription(
                root.path("title").stringValue(),
                root.path("summary").stringValue(),
                Difficulty.valueOf(root.path("difficulty").stringValue().toUpperCase(Locale.ROOT)),
                Duration.ofMinutes(root.path("minutes").intValue()),
                YamlValues.strings(root.path("objectives")));
    }

    private LabMachines machines() {
        var nodeReader = new NodeReader(draft);
        return new LabMachines(
                YamlValues.strings(root.path("requires").path("capabilities")),
                nodeReader.nodes(),
                root.path("egress").asString("closed").equals("open"),
                nodeReader.setup(),
                session());
    }

    private Map<String, VariableRule> variables() {
        var variables = new LinkedHashMap<String, VariableRule>();
        root.path("vars")
                .forEachEntry((name, rule) -> variables.put(
                        name,
                        rule.has("pick")
                                ? new VariableRule.Pick(YamlValues.strings(rule.path("pick")))
                                : new VariableRule.RandomWord()));
        return variables;
    }

    private SessionPolicy session() {
        var session = root.path("session");
        return new SessionPolicy(
                Duration.ofMinutes(session.path("minutes").asInt(60)),
                Duration.ofMinutes(session.path("extend").path("by").asInt(30)),
                session.path("extend").path("max").asInt(2),
                Duration.ofMinutes(session.path("idle").asInt(20)));
    }
}
