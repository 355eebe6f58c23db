package dev.slipway.proof.script;

import dev.slipway.lab.TaskId;
import dev.slipway.proof.script.Step.Answer;
import dev.slipway.proof.script.Step.Keys;
import dev.slipway.proof.script.Step.Line;
import dev.slipway.proof.script.Step.TurnTo;
import dev.slipway.proof.script.Step.Until;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a solution. Each line is typed, except lines that start with {@code #}: these are either directives, which
 * {@code docs/authoring/proofs.md} lists, or remarks, which are ignored.
 */
public final class SolutionReader {
    private static final Pattern DIRECTIVE = Pattern.compile("# (node|terminal|keys|until|answer): *(.*)");
    private static final String NO_PROMPT = "# no prompt";

    private final List<Step> steps = new ArrayList<>();
    private NodeName node;
    private boolean prompted = true;

    private SolutionReader(NodeName first) {
        this.node = first;
    }

    /**
     * Returns the steps of a solution.
     *
     * @param first the node in which lines are typed until a directive names another node
     * @throws IllegalArgumentException if a directive is invalid; the message names the line
     */
    public static List<Step> read(String text, NodeName first) {
        var reader = new SolutionReader(first);
        reader.steps.add(new TurnTo(first, 1));
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            reader.read(lines.get(i), i + 1);
        }
        return List.copyOf(reader.steps);
    }

    private void read(String line, int number) {
        var directive = DIRECTIVE.matcher(line);
        if (directive.matches()) {
            steps.add(direct(directive.group(1), directive.group(2).strip(), number));
        } else if (line.equals(NO_PROMPT)) {
            prompted = false;
        } else if (!line.startsWith("#")) {
            steps.add(new Line(line, prompted, number));
            prompted = true;
        }
    }

    private Step direct(String verb, String argument, int number) {
        try {
            return switch (verb) {
                case "node" -> turnTo(new NodeName(argument));
                case "terminal" -> new TurnTo(node, Integer.parseInt(argument));
                case "keys" -> new Keys(argument, Keyboard.bytes(argument), number);
                case "until" -> new Until(argument, number);
                default -> answer(argument, number);
            };
        } catch (IllegalArgumentException unclear) {
            throw new IllegalArgumentException("line " + number + ": " + unclear.getMessage(), unclear);
        }
    }

    private Step turnTo(NodeName next) {
        node = next;
        return new TurnTo(next, 1);
    }

    private static Answer answer(String argument, int number) {
        var parts = argument.split(" +", 2);
        var value = parts.length == 2 ? Optional.of(parts[1]) : Optional.<String>empty();
        return new Answer(new TaskId(parts[0]), value, number);
    }
}
