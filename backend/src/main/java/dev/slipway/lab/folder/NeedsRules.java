package dev.slipway.lab.folder;

import dev.slipway.lab.folder.LabDraft.DraftTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that no tasks need each other in a cycle. */
final class NeedsRules {
    private final LabDraft draft;
    private final Map<String, DraftTask> tasks;

    NeedsRules(LabDraft draft) {
        this.draft = draft;
        this.tasks = draft.tasksById();
    }

    void check() {
        var done = new HashSet<String>();
        tasks.keySet().forEach(id -> findCycle(id, new ArrayList<>(), done).ifPresent(this::report));
    }

    private void report(List<String> cycle) {
        var pointer = Optional.ofNullable(tasks.get(cycle.getFirst()))
                .map(DraftTask::pointer)
                .orElse("/tasks");
        draft.error(
                pointer + "/needs",
                "needs-cycle",
                "These tasks need each other: " + String.join(" needs ", cycle) + ". Remove one `needs`.",
                "needs: []");
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
        var found = needs(id).stream()
                .filter(tasks::containsKey)
                .map(need -> findCycle(need, path, done))
                .flatMap(Optional::stream)
                .findFirst();
        path.removeLast();
        return found;
    }

    private List<String> needs(String id) {
        return Optional.ofNullable(tasks.get(id))
                .map(task -> YamlValues.strings(task.node().path("needs")))
                .orElse(List.of());
    }
}
