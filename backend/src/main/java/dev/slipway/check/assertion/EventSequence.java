package dev.slipway.check.assertion;

import dev.slipway.check.fact.EventsFact;
import dev.slipway.check.fact.EventsFact.Event;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States that the node engine has reported matching events in this order. Other events may come between them. */
record EventSequence(NodeName node, List<Step> steps) implements Assertion {
    EventSequence {
        steps = List.copyOf(steps);
    }

    /**
     * A step of the sequence: an event that the node engine must have reported.
     *
     * @param same whether the event must be about the same object as the previous step, not about another object with
     *     the same name
     * @param without an action that must not have happened to the object of the previous step since that step
     */
    record Step(NodeName node, EventPattern pattern, boolean same, Optional<String> without) {

        static Step read(Arguments arguments) {
            return new Step(
                    arguments.node(),
                    EventPattern.read(arguments),
                    arguments.flag(
                            "same",
                            false,
                            "true if it must have happened to the very object of the step before, not to a new one of"
                                    + " the same name"),
                    arguments.optional(
                            "without",
                            Shape.TEXT,
                            "an action that must not have happened to the object of the step before since then"));
        }

        boolean follows(Event event, Set<String> before) {
            return pattern.matches(event) && (same ? before.contains(event.id()) : !before.isEmpty());
        }

        boolean concerns(Event event) {
            return pattern.matches(event) || isPreventedBy(event);
        }

        boolean isPreventedBy(Event event) {
            return event.type().equals(pattern.type())
                    && without.filter(event.action()::equals).isPresent();
        }

        @Override
        public String toString() {
            return pattern
                    + (same ? " (the same one)" : "")
                    + without.map(w -> " without " + w).orElse("");
        }
    }

    static EventSequence read(Arguments arguments) {
        var steps = arguments.items(Step::read);
        if (!steps.isEmpty() && steps.getFirst().without().isPresent()) {
            arguments.problem("wrong-argument", "The first step has no step before it: remove its without.");
        }
        var nodes = steps.stream().map(Step::node).distinct().toList();
        if (nodes.size() > 1) {
            arguments.problem("wrong-argument", "All events of a sequence must be of one node.");
        }
        return new EventSequence(nodes.isEmpty() ? arguments.scope().firstNode() : nodes.getFirst(), steps);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(new FactNeed.Events(node));
    }

    @Override
    public Stream<Remembered> remembers() {
        return Stream.of(new Remembered(node, event -> steps.stream().anyMatch(step -> step.concerns(event))));
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(new FactNeed.Events(node)), this::evaluate);
    }

    private Outcome evaluate(EventsFact log) {
        var reached = reached(log);
        if (reached == steps.size()) {
            return Outcome.holds();
        }
        var types = steps.stream().map(step -> step.pattern().type()).collect(Collectors.toSet());
        var sentence = reached == 0
                ? "This has not happened yet: " + steps.getFirst() + "."
                : "After " + steps.get(reached - 1) + " this has not happened yet: " + steps.get(reached) + ".";
        return Outcome.fails(EventTexts.reason(sentence, log), EventTexts.newest(log, types));
    }

    /**
     * Returns how many steps have been completed. Keeps for each step the ids of all objects whose events can have
     * completed the step, because the next step may be about any of these objects, not only about the first. Removes an
     * id when the action that the next step excludes with {@code without} happens to that object.
     */
    private int reached(EventsFact log) {
        var taken = new ArrayList<Set<String>>();
        taken.add(Set.of("anything"));
        steps.forEach(step -> taken.add(new HashSet<>()));
        for (var event : log.events()) {
            for (var step = steps.size() - 1; step >= 0; step--) {
                if (steps.get(step).follows(event, taken.get(step))) {
                    taken.get(step + 1).add(event.id());
                }
                if (steps.get(step).isPreventedBy(event)) {
                    taken.get(step).remove(event.id());
                }
            }
        }
        var reached = steps.size();
        while (taken.get(reached).isEmpty()) {
            reached--;
        }
        return reached;
    }

    @Override
    public String expected() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(", then "));
    }
}
