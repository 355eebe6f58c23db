package dev.slipway.lab.folder;

import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Variables;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What must hold in a lab beyond its schema. The document is valid by the schema. */
final class LabRules {
    private final LabFolder folder;
    private final YamlDocument yaml;
    private final JsonNode root;
    private final Map<String, List<String>> nodeNames;
    private final SortedMap<String, CheckedPage> pages;
    private final List<LabProblem> problems;
    private final Map<String, JsonNode> tasks = new LinkedHashMap<>();

    LabRules(
            LabFolder folder,
            YamlDocument yaml,
            Map<String, List<String>> nodeNames,
            SortedMap<String, CheckedPage> pages,
            List<LabProblem> problems) {
        this.folder = folder;
        this.yaml = yaml;
        this.root = yaml.tree();
        this.nodeNames = nodeNames;
        this.pages = pages;
        this.problems = problems;
    }

    void check(Optional<Set<String>> knownImages) {
        checkNodes();
        checkSetup();
        collectTasks();
        tasks.forEach((id, task) -> checkTask(id, task, pointerOf(task)));
        checkCycles();
        checkPages();
        checkProofs();
        knownImages.ifPresent(this::checkImages);
    }

    private void checkNodes() {
        var seen = new HashSet<String>();
        nodeNames.forEach((key, names) -> names.stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> error(
                        yaml.positionOfKey(YamlDocument.child("/nodes", key)),
                        "duplicate-id",
                        "There are two nodes called `" + name + "`.",
                        "")));
        root.path("nodes").forEachEntry((name, node) -> {
            for (var i = 0; i < node.path("files").size(); i++) {
                var pointer = YamlDocument.child("/nodes", name) + "/files/" + i + "/from";
                var from = yaml.tree().at(pointer).asString("");
                var content = folder.file(from);
                if (content.isEmpty()) {
                    error(
                            yaml.positionOf(pointer),
                            "missing-file",
                            "There is no file " + from + " in the lab's folder."
                                    + DidYouMean.sentence(from, folder.files().keySet()),
                            "");
                } else if (LabReader.text(content.get()).isEmpty()) {
                    error(yaml.positionOf(pointer), "encoding", "The file " + from + " is not UTF-8 text.", "");
                }
            }
        });
    }

    private void checkSetup() {
        for (var i = 0; i < root.path("setup").size(); i++) {
            checkNode(root.path("setup").path(i).path("node"), "/setup/" + i + "/node", true);
        }
    }

    private void collectTasks() {
        var list = root.path("tasks");
        for (var i = 0; i < list.size(); i++) {
            var id = list.path(i).path("id").stringValue();
            if (tasks.putIfAbsent(id, list.path(i)) != null) {
                error(
                        yaml.positionOf("/tasks/" + i + "/id"),
                        "duplicate-id",
                        "There are two tasks with the id `" + id + "`. Rename one.",
                        "");
            }
        }
    }

    private String pointerOf(JsonNode task) {
        var list = root.path("tasks");
        for (var i = 0; i < list.size(); i++) {
            if (list.path(i).path("id").equals(task.path("id"))) {
                return "/tasks/" + i;
            }
        }
        return "/tasks";
    }

    private void checkTask(String id, JsonNode task, String pointer) {
        for (var i = 0; i < task.path("needs").size(); i++) {
            var need = task.path("needs").path(i).stringValue();
            if (!tasks.containsKey(need)) {
                error(
                        yaml.positionOf(pointer + "/needs/" + i),
                        "unknown-task",
                        "There is no task `" + need + "`." + DidYouMean.sentence(need, tasks.keySet()),
                        "");
            }
        }
        checkPlace(id, task, pointer);
        checkAssertions(task.path("check"), pointer + "/check");
        for (var i = 0; i < task.path("hints").size(); i++) {
            checkVariables(task.path("hints").path(i).path("text"), pointer + "/hints/" + i + "/text");
            checkFailing(task, task.path("hints").path(i), pointer + "/hints/" + i + "/failing");
        }
    }

    /** What fails is what the learner reads about, so never a member of another assertion. */
    private void checkFailing(JsonNode task, JsonNode hint, String pointer) {
        var failing = hint.path("failing").asString("");
        var kinds = LabReader.stream(task.path("check"))
                .flatMap(assertion -> assertion.propertyNames().stream())
                .filter(kind -> !kind.equals("message"))
                .collect(Collectors.toSet());
        if (!failing.isEmpty() && !kinds.contains(failing)) {
            error(
                    yaml.positionOf(pointer),
                    "unknown-assertion",
                    "The task's check has no assertion `" + failing + "` that could fail."
                            + DidYouMean.sentence(failing, kinds),
                    "failing: " + kinds.stream().sorted().findFirst().orElse("http"));
        }
    }

    private void checkPlace(String id, JsonNode task, String pointer) {
        var page = task.path("page").asString("");
        if (!page.isEmpty() && !pages.containsKey(page)) {
            error(
                    yaml.positionOf(pointer + "/page"),
                    "unknown-page",
                    "There is no page pages/" + page + ".md." + DidYouMean.sentence(page, pages.keySet()),
                    "");
            return;
        }
        var places = pages.entrySet().stream()
                .filter(entry -> entry.getValue().slots().containsKey(id))
                .map(Map.Entry::getKey)
                .toList();
        if (places.isEmpty()) {
            warn(
                    yaml.positionOf(pointer + "/id"),
                    "task-not-placed",
                    "The task `" + id + "` stands on no page, so that a learner reads past it.",
                    ":::task{id=" + id + "}");
        } else if (!page.isEmpty() && !places.contains(page)) {
            warn(
                    yaml.positionOf(pointer + "/page"),
                    "task-elsewhere",
                    "The task says that it stands on " + page + ", but it stands on " + String.join(", ", places) + ".",
                    "page: " + places.getFirst());
        }
    }

    private void checkAssertions(JsonNode list, String pointer) {
        for (var i = 0; i < list.size(); i++) {
            checkAssertion(list.path(i), pointer + "/" + i);
        }
    }

    private void checkAssertion(JsonNode assertion, String pointer) {
        var kinds = assertion.propertyNames().stream()
                .filter(key -> !key.equals("message"))
                .toList();
        if (kinds.size() != 1) {
            error(
                    yaml.positionOf(pointer),
                    "assertion-kind",
                    kinds.isEmpty()
                            ? "There is a message but no assertion."
                            : "These are two assertions in one: " + String.join(", ", kinds)
                                    + ". Begin each with a dash of its own.",
                    "- container.running: {name: web}");
            return;
        }
        var kind = kinds.getFirst();
        var child = YamlDocument.child(pointer, kind);
        switch (kind) {
            case "any", "none" -> checkAssertions(assertion.path(kind), child);
            default -> checkArguments(assertion.path(kind), child);
        }
    }

    /** Variables in all texts, and each {@code node}. */
    private void checkArguments(JsonNode value, String pointer) {
        if (value.isString()) {
            checkVariables(value, pointer);
        } else if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                checkArguments(value.path(i), pointer + "/" + i);
            }
        } else if (value.isObject()) {
            checkNode(value.path("node"), pointer + "/node", false);
            value.forEachEntry((key, member) -> checkArguments(member, YamlDocument.child(pointer, key)));
        }
    }

    private void checkVariables(JsonNode text, String pointer) {
        for (var name : Variables.namesIn(text.stringValue())) {
            if (!root.path("vars").has(name)) {
                error(
                        yaml.positionOf(pointer),
                        "unknown-variable",
                        "There is no variable " + name + " under `vars`."
                                + DidYouMean.sentence(
                                        name, List.copyOf(root.path("vars").propertyNames())),
                        "vars: {" + name + ": {random: word}}");
            }
        }
    }

    private void checkNode(JsonNode name, String pointer, boolean groupAllowed) {
        if (name.isMissingNode()) {
            return;
        }
        var allowed = new TreeSet<String>();
        nodeNames.values().forEach(allowed::addAll);
        if (groupAllowed) {
            allowed.addAll(nodeNames.keySet());
        }
        if (!allowed.contains(name.stringValue())) {
            error(
                    yaml.positionOf(pointer),
                    "unknown-node",
                    "There is no node `" + name.stringValue() + "`. There are: " + String.join(", ", allowed) + ".",
                    "node: " + allowed.first());
        }
    }

    private void checkCycles() {
        var done = new HashSet<String>();
        for (var id : tasks.keySet()) {
            var path = new ArrayList<String>();
            findCycle(id, path, done)
                    .ifPresent(cycle -> error(
                            yaml.positionOf(pointerOf(tasks.getOrDefault(cycle.getFirst(), root)) + "/needs"),
                            "needs-cycle",
                            "These tasks wait for each other: " + String.join(" needs ", cycle)
                                    + ". Remove one `needs`.",
                            ""));
        }
    }

    private Optional<List<String>> findCycle(String id, List<String> path, Set<String> done) {
        if (path.contains(id)) {
            var cycle = new ArrayList<>(path.subList(path.indexOf(id), path.size()));
            cycle.add(id);
            return Optional.of(cycle);
        }
        if (!done.add(id)) {
            return Optional.empty();
        }
        path.add(id);
        var found = LabReader.stream(tasks.getOrDefault(id, root).path("needs"))
                .map(JsonNode::stringValue)
                .filter(tasks::containsKey)
                .map(need -> findCycle(need, path, done))
                .flatMap(Optional::stream)
                .findFirst();
        path.removeLast();
        return found;
    }

    private void checkPages() {
        if (pages.isEmpty()) {
            error(folder.position("pages", 1, 1), "no-pages", "The lab has no pages.", "pages/10-start.md");
        }
        var first = new HashMap<String, String>();
        pages.forEach((id, page) -> page.slots().forEach((task, at) -> {
            var before = first.putIfAbsent(task, id);
            if (before != null) {
                warn(at, "duplicate-slot", "The task `" + task + "` stands on " + before + " already.", "");
            }
        }));
    }

    private void checkProofs() {
        var proofs = root.path("proofs");
        var names = new HashSet<String>();
        for (var i = 0; i < proofs.size(); i++) {
            var pointer = "/proofs/" + i;
            var proof = proofs.path(i);
            if (!names.add(proof.path("name").stringValue())) {
                warn(yaml.positionOf(pointer + "/name"), "duplicate-id", "Two proofs have this name.", "");
            }
            var run = proof.path("run").asString("");
            if (!run.isEmpty() && !folder.has(run)) {
                warn(
                        yaml.positionOf(pointer + "/run"),
                        "missing-solution",
                        "There is no file " + run + " in the lab's folder."
                                + DidYouMean.sentence(run, folder.files().keySet()),
                        "");
            }
            proof.path("expect").forEachEntry((task, outcome) -> checkExpectation(pointer, task, outcome));
        }
        if (proofs.isEmpty()) {
            warn(
                    yaml.positionOf(""),
                    "no-proofs",
                    "Nothing shows that the lab can be solved: it has no `proofs`.",
                    "proofs: [{name: reference, run: solutions/ok-01.sh, expect: pass}]");
        }
    }

    private void checkExpectation(String pointer, String task, JsonNode outcome) {
        var at = yaml.positionOfKey(YamlDocument.child(pointer + "/expect", task));
        if (!tasks.containsKey(task)) {
            warn(
                    at,
                    "unknown-task",
                    "There is no task `" + task + "`." + DidYouMean.sentence(task, tasks.keySet()),
                    "");
            return;
        }
        var kind = outcome.path("fail").asString("");
        var kinds = kinds(tasks.getOrDefault(task, root).path("check")).collect(Collectors.toSet());
        if (!kind.isEmpty() && !kinds.contains(kind)) {
            warn(
                    at,
                    "unknown-assertion",
                    "The task `" + task + "` has no assertion `" + kind + "` that could fail."
                            + DidYouMean.sentence(kind, kinds),
                    task + ": {fail: " + kinds.stream().sorted().findFirst().orElse("http") + "}");
        }
    }

    private static Stream<String> kinds(JsonNode list) {
        return LabReader.stream(list)
                .flatMap(assertion -> assertion.properties().stream())
                .filter(entry -> !entry.getKey().equals("message"))
                .flatMap(entry -> switch (entry.getKey()) {
                    case "any", "none" -> Stream.concat(Stream.of(entry.getKey()), kinds(entry.getValue()));
                    default -> Stream.of(entry.getKey());
                });
    }

    private void checkImages(Set<String> known) {
        var full = known.stream().map(LabRules::withTag).collect(Collectors.toCollection(LinkedHashSet::new));
        var images = root.path("images");
        for (var i = 0; i < images.size(); i++) {
            var image = images.path(i).stringValue();
            if (!full.contains(withTag(image))) {
                warn(
                        yaml.positionOf("/images/" + i),
                        "missing-image",
                        "The image `" + image + "` is not in the image store."
                                + DidYouMean.sentence(withTag(image), full),
                        "");
            }
        }
    }

    private static String withTag(String image) {
        return image.substring(image.lastIndexOf('/') + 1).contains(":") ? image : image + ":latest";
    }

    private void error(SourcePosition at, String rule, String message, String example) {
        problems.add(new LabProblem(at, Severity.ERROR, rule, message, example));
    }

    private void warn(SourcePosition at, String rule, String message, String example) {
        problems.add(new LabProblem(at, Severity.WARNING, rule, message, example));
    }
}
