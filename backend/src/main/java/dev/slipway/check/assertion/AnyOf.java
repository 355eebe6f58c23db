package dev.slipway.check.assertion;

import dev.slipway.check.assertion.Outcome.Fails;
import dev.slipway.check.assertion.Outcome.Holds;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * States that at least one member holds. If no member holds and a member could not be evaluated, the outcome is that of
 * the member that could not be evaluated.
 */
record AnyOf(List<Clause> members) implements Assertion {
    AnyOf {
        members = List.copyOf(members);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return new TaskCheck(members).needs();
    }

    @Override
    public Stream<Remembered> remembers() {
        return new TaskCheck(members).remembers();
    }

    @Override
    public Outcome evaluate(Facts facts) {
        var outcomes = members.stream().map(m -> m.evaluate(facts)).toList();
        if (outcomes.stream().anyMatch(Holds.class::isInstance)) {
            return Outcome.holds();
        }
        var doubt =
                outcomes.stream().filter(outcome -> !(outcome instanceof Fails)).findFirst();
        return doubt.orElseGet(() -> Outcome.fails("None of the ways that the task allows was taken.", seen(outcomes)));
    }

    private static String seen(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Fails.class::isInstance)
                .map(outcome -> ((Fails) outcome).seen())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    @Override
    public String expected() {
        return members.stream().map(m -> m.assertion().expected()).collect(Collectors.joining(", or "));
    }
}
