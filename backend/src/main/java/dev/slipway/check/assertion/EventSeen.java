package dev.slipway.check.assertion;

import dev.slipway.check.fact.EventsFact;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import dev.slipway.shared.NodeName;
import java.util.Set;
import java.util.stream.Stream;

/** States that the node engine has reported a matching event since the attempt began. */
record EventSeen(NodeName node, EventPattern pattern) implements Assertion {

    static EventSeen read(Arguments arguments) {
        return new EventSeen(arguments.node(), EventPattern.read(arguments));
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

    private Outcome evaluate(EventsFact log) {
        if (log.events().stream().anyMatch(pattern::matches)) {
            return Outcome.holds();
        }
        return Outcome.fails(
                EventTexts.reason("This has not happened yet: " + pattern + ".", log),
                EventTexts.newest(log, Set.of(pattern.type())));
    }

    @Override
    public String expected() {
        return pattern.toString();
    }
}
