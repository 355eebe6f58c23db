package dev.slipway.check.assertion;

import dev.slipway.check.fact.ExecFact;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;

/**
 * States that a command in the node ends with this exit status and that its output matches. The learner is root in the
 * node and can change the output.
 */
record ExecPrints(NodeName node, String command, int status, ExpectedValue output) implements Assertion {
    private static final int MAX_STATUS = 255;

    static ExecPrints read(Arguments arguments) {
        return new ExecPrints(
                arguments.node(),
                arguments.required("run", Shape.COMMAND, "what the node's shell runs, as root, within 3 seconds"),
                arguments
                        .optionalNumber("status", 0, MAX_STATUS, "its exit status; 0 if left out")
                        .orElse(0),
                ExpectedValue.read(ValueType.TEXT, arguments));
    }

    private FactNeed.Exec need() {
        return new FactNeed.Exec(node, command);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(need());
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(need()), this::evaluate);
    }

    private Outcome evaluate(ExecFact ended) {
        if (ended.status() != status) {
            return Outcome.fails(
                    "The machine " + node + " is not as the task wants it.", "exit status " + ended.status());
        }
        return output.holdsFor(List.of(ended.output().strip()))
                ? Outcome.holds()
                : Outcome.fails(
                        "The machine " + node + " is not as the task wants it.",
                        Excerpt.of(ended.output(), ended.truncated()));
    }

    @Override
    public String expected() {
        return "exit status " + status + (output.comparisons().isEmpty() ? "" : ", and the output " + output.is());
    }
}
