package dev.slipway.lab.folder;

import dev.slipway.lab.LabProblem;
import dev.slipway.lab.SourcePosition;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * The problems of one YAML file.
 *
 * @param list receives the problems
 */
record YamlProblems(String file, List<LabProblem> list) {
    /** Correct examples, by rule. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "yaml-syntax", "title: \"Ports: the machine's and the container's\"",
            "yaml-empty", "id: my-lab",
            "yaml-alias", "memory: 1g",
            "yaml-tag", "version: 1.0.0",
            "yaml-key", "node1: {memory: 1g}",
            "duplicate-key", "title: Publish a port");

    /** Returns the position of one of the parser's marks, whose lines and columns begin at 0. */
    SourcePosition at(Mark mark) {
        return new SourcePosition(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    void add(Mark mark, String rule, String message) {
        add(at(mark), rule, message);
    }

    /** Adds a problem of the whole file. */
    void add(String rule, String message) {
        add(new SourcePosition(file, 1, 1), rule, message);
    }

    private void add(SourcePosition position, String rule, String message) {
        list.add(new LabProblem(position, rule, message, EXAMPLES.getOrDefault(rule, "")));
    }
}
