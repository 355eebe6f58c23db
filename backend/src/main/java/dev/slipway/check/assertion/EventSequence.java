package dev.slipway.check.assertion;

import dev.slipway.check.fact.EventsFact;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The node engine has reported these in this order, whatever happened in between. */
record EventSequence(NodeName node, List<EventPattern> patterns) implements Assertion {
    EventSequence {
        patterns = List.copyOf(patterns);
    }

    static EventSequence read(Arguments arguments) {
        var items = arguments.items(EventSeen::read);
        var nodes = items.stream().map(EventSeen::node).distinct().toList();
        if (nodes.size() > 1) {
            arguments.problem("wrong-argument", "All events of a sequence are of one node.");
        }
        var node = nodes.isEmpty() ? arguments.node() : nodes.getFirst();
        return new EventSequence(node, items.stream().map(EventSeen::pattern).toList());
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(new FactNeed.Events(node));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(new FactNeed.Events(node)), this::evaluate);
    }

    private Outcome evaluate(EventsFact log) {
        var reached = 0;
        for (var event : log.events()) {
            if (reached < patterns.size() && patterns.get(reached).matches(event)) {
                reached++;
            }
        }
        if (reached == patterns.size()) {
            return Outcome.holds();
        }
        var types = patterns.stream().map(EventPattern::type).collect(Collectors.toSet());
        var sentence = reached == 0
                ? "This has not happened yet: " + patterns.getFirst() + "."
                : "After " + patterns.get(reached - 1) + " this has not happened yet: " + patterns.get(reached) + ".";
        return Outcome.fails(EventTexts.reason(sentence, log), EventTexts.newest(log, types));
    }

    @Override
    public String expected() {
        return patterns.stream().map(EventPattern::toString).collect(Collectors.joining(", then "));
    }
}
