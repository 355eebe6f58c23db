package dev.slipway.lab.folder;

import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.SourcePosition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The data of a lab that is being read: its folder, its document, which the schema has accepted, and the problems found
 * so far. Readers read from it, and rules report problems to it. Used by one thread.
 */
final class LabDraft {
    private final LabFolder folder;
    private final YamlDocument yaml;
    private final List<LabProblem> problems;
    private final Map<String, List<String>> nodeNames;
    private final List<DraftTask> tasks;

    LabDraft(LabFolder folder, YamlDocument yaml, List<LabProblem> problems) {
        this.folder = folder;
        this.yaml = yaml;
        this.problems = problems;
        this.nodeNames = nodeNames(yaml.tree());
        this.tasks = IntStream.range(0, yaml.tree().path("tasks").size())
                .mapToObj(index -> new DraftTask(yaml.tree().path("tasks").path(index), "/tasks/" + index))
                .toList();
    }

    /** A task in lab.yaml, and the JSON pointer to it. */
    record DraftTask(JsonNode node, String pointer) {
        String id() {
            return node.path("id").stringValue();
        }
    }

    LabFolder folder() {
        return folder;
    }

    YamlDocument yaml() {
        return yaml;
    }

    JsonNode root() {
        return yaml.tree();
    }

    List<LabProblem> problems() {
        return problems;
    }

    List<DraftTask> tasks() {
        return tasks;
    }

    /** Returns the tasks by their ids; if two tasks have the same id, the map contains the first. */
    Map<String, DraftTask> tasksById() {
        var byId = new LinkedHashMap<String, DraftTask>();
        tasks.forEach(task -> byId.putIfAbsent(task.id(), task));
        return byId;
    }

    Set<String> variables() {
        return new LinkedHashSet<>(root().path("vars").propertyNames());
    }

    /**
     * Returns the names of the nodes by their key in lab.yaml: one name for each key, or as many names as the {@code
     * count} of the key.
     */
    Map<String, List<String>> nodeNames() {
        return nodeNames;
    }

    /** Returns the nodes to which a name refers: the node of this name, or all nodes of a key with a {@code count}. */
    Set<String> nodesCalled(String name) {
        var called = new LinkedHashSet<>(nodeNames.getOrDefault(name, List.of()));
        nodeNames.values().stream().flatMap(List::stream).filter(name::equals).forEach(called::add);
        return called;
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** @param pointer JSON pointer to the wrong value in lab.yaml */
    void error(String pointer, String rule, String message, String example) {
        error(yaml.positionOf(pointer), rule, message, example);
    }

    void error(SourcePosition at, String rule, String message, String example) {
        problems.add(new LabProblem(at, Severity.ERROR, rule, message, example));
    }

    /** @param pointer JSON pointer to the doubtful value in lab.yaml */
    void warn(String pointer, String rule, String message, String example) {
        warn(yaml.positionOf(pointer), rule, message, example);
    }

    void warn(SourcePosition at, String rule, String message, String example) {
        problems.add(new LabProblem(at, Severity.WARNING, rule, message, example));
    }

    private static Map<String, List<String>> nodeNames(JsonNode root) {
        var names = new LinkedHashMap<String, List<String>>();
        root.path("nodes").forEachEntry((name, node) -> {
            var count = node.path("count");
            names.put(
                    name,
                    count.isMissingNode()
                            ? List.of(name)
                            : IntStream.rangeClosed(1, count.intValue())
                                    .mapToObj(number -> name + "-" + number)
                                    .toList());
        });
        return Collections.unmodifiableMap(names);
    }
}
