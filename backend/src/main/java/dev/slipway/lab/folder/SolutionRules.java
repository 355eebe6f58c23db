package dev.slipway.lab.folder;

import dev.slipway.lab.SourcePosition;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that a proof uses each solution, and that the directives in solutions name nodes and tasks that exist. */
final class SolutionRules {
    private static final Pattern DIRECTIVE = Pattern.compile("# ?([a-z]+): *(\\S*).*");
    private static final List<String> DIRECTIVES = List.of("node", "terminal", "keys", "until", "answer");

    private final LabDraft draft;

    SolutionRules(LabDraft draft) {
        this.draft = draft;
    }

    void check() {
        if (draft.root().path("proofs").isEmpty()) {
            return;
        }
        var typed = Solution.allIn(draft).stream()
                .collect(Collectors.toMap(Solution::file, Solution::text, (one, same) -> one));
        draft.folder().files().keySet().stream()
                .filter(path -> path.startsWith("solutions/") && !typed.containsKey(path))
                .forEach(path -> draft.warn(
                        draft.folder().position(path, 1, 1),
                        "unused-solution",
                        "No proof uses this file.",
                        "proofs: [{name: another way, run: " + path + ", expect: pass}]"));
        typed.forEach((path, text) -> {
            new VariableRules(draft).checkLines(path, text);
            var number = 0;
            for (var line : text.split("\n", -1)) {
                number++;
                checkLine(line, draft.folder().position(path, number, 1));
            }
        });
    }

    private void checkLine(String line, SourcePosition at) {
        var directive = DIRECTIVE.matcher(line);
        if (!directive.matches()) {
            return;
        }
        var argument = directive.group(2);
        switch (directive.group(1)) {
            case "node" -> checkName("node", "unknown-node", argument, nodes(), at);
            case "answer" ->
                checkName("task", "unknown-task", argument, draft.tasksById().keySet(), at);
            case "terminal", "keys", "until" -> {}
            default ->
                DidYouMean.nearest(directive.group(1), DIRECTIVES)
                        .ifPresent(meant -> draft.warn(
                                at,
                                "unknown-directive",
                                "This line is a comment and has no effect. Did you mean `# " + meant + ":`?",
                                "# " + meant + ": " + argument));
        }
    }

    private void checkName(String what, String rule, String name, Collection<String> known, SourcePosition at) {
        if (!known.contains(name)) {
            draft.warn(
                    at,
                    rule,
                    "There is no " + what + " `" + name + "`. There are: " + String.join(", ", known) + ".",
                    known.stream().findFirst().orElse(""));
        }
    }

    private Collection<String> nodes() {
        return draft.nodeNames().values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
