package dev.slipway.check.assertion;

import dev.slipway.check.fact.EventsFact;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** States how many matching events the node engine has reported since the attempt began. */
record EventCount(NodeName node, EventPattern pattern, ExpectedValue count) implements Assertion {
    private static final ExpectedValue NEVER = ExpectedValue.equalTo(ValueType.NUMBER, "0");

    static EventCount read(Arguments arguments) {
        var count = new EventCount(
                arguments.node(), EventPattern.read(arguments), ExpectedValue.read(ValueType.NUMBER, arguments));
        if (count.count.comparisons().isEmpty()) {
            arguments.problem("missing-argument", "Say how often: equals, in, atLeast or atMost.");
        }
        return count;
    }

    static EventCount readAbsent(Arguments arguments) {
        return new EventCount(arguments.node(), EventPattern.read(arguments), NEVER);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(new FactNeed.Events(node));
    }

    @Override
    public Stream<Remembered> remembers() {
        return Stream.of(new Remembered(node, pattern::matches));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(new FactNeed.Events(node)), this::evaluate);
    }

    /**
     * Fails if the number of known events does not match. If events are missing, the real number may be higher. The
     * assertion then holds only if the highest possible number would also match; otherwise the outcome is unknown.
     */
    private Outcome evaluate(EventsFact log) {
        var times = log.events().stream().filter(pattern::matches).count();
        if (!count.holdsFor(List.of(Long.toString(times)))) {
            return Outcome.fails(
                    count.equals(NEVER)
                            ? "This was not to happen: " + pattern + "."
                            : EventTexts.reason("This has happened another number of times: " + pattern + ".", log),
                    times == 1 ? "once" : times + " times");
        }
        return log.gaps().isEmpty() || count.holdsFor(List.of(Long.toString(Integer.MAX_VALUE)))
                ? Outcome.holds()
                : new Outcome.Unknown(
                        "Some of the engine's reports are missing, so it is unknown how often this has happened: "
                                + pattern + ".");
    }

    @Override
    public String expected() {
        return count.equals(NEVER) ? "no " + pattern : "the number of " + pattern + " " + count.is();
    }
}
