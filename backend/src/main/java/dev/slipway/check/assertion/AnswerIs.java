package dev.slipway.check.assertion;

import dev.slipway.check.assertion.ObjectIs.PropertyWish;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.PropertyFact;
import dev.slipway.check.fact.ValueType;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * States that the learner has typed the right answer to a task. The right answer is never shown, neither in a verdict
 * nor in the node.
 *
 * @param fact the property of an object that the answer must equal; empty if the lab names no property
 */
record AnswerIs(NodeName node, FactNeed.Answer answer, ExpectedValue wish, Optional<FactExpression> fact)
        implements Assertion {
    private static final TaskId NO_TASK = new TaskId("task");

    static AnswerIs read(Arguments arguments) {
        var node = arguments.node();
        var text = arguments.optional(
                "fact", Shape.TEXT, "what the answer should be, read from the engine; see *Facts as answers*");
        var fact = text.flatMap(FactExpression::parse);
        if (text.isPresent() && fact.isEmpty()) {
            arguments.problem(
                    "wrong-argument",
                    "The argument fact must be like " + FactExpression.EXAMPLE + ", not " + text.get() + ".");
        }
        var wish = ExpectedValue.read(ValueType.ANSWER, arguments);
        if (text.isEmpty() && wish.comparisons().isEmpty()) {
            arguments.problem("missing-argument", "Say what the answer should be: fact, equals, in or matches.");
        }
        var task = arguments.scope().task().orElse(NO_TASK);
        return new AnswerIs(node, new FactNeed.Answer(arguments.scope().firstNode(), task), wish, fact);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return fact.<Set<FactNeed<?>>>map(f -> Set.of(answer, f.need(node))).orElseGet(() -> Set.of(answer));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(
                facts.about(answer),
                typed -> typed.value()
                        .map(value -> evaluate(value, facts))
                        .orElseGet(() -> Outcome.fails("You have not answered yet.", "no answer")));
    }

    private Outcome evaluate(String typed, Facts facts) {
        var asWished = wish.holdsFor(List.of(typed.strip())) ? Outcome.holds() : wrong(typed);
        return fact.map(f ->
                        Outcome.all(List.of(
                                asWished,
                                Outcome.of(facts.about(f.need(node)), property -> compare(typed, f, property)))
                                .stream()))
                .orElse(asWished);
    }

    private Outcome compare(String typed, FactExpression expression, PropertyFact property) {
        var texts = new ObjectTexts(expression.object(node));
        if (!property.obstacle().isEmpty()) {
            return texts.hindered(property);
        }
        if (!property.present()) {
            return texts.missing(property);
        }
        var right = new Comparison.OneOf(ValueType.ANSWER, expression.values(property));
        if (right.values().isEmpty()) {
            var wanted = new PropertyWish(expression.trait(), expression.key(), wish);
            return texts.otherwise(wanted, new PropertyFact(true, "", List.of(), property.others(), false));
        }
        return right.holdsFor(typed) ? Outcome.holds() : wrong(typed);
    }

    private static Outcome wrong(String typed) {
        return Outcome.fails("That is not the answer.", Excerpt.of(typed, false));
    }

    @Override
    public String expected() {
        return "the right answer";
    }
}
