package dev.slipway.check.assertion;

import dev.slipway.check.assertion.Outcome.Fails;
import dev.slipway.check.assertion.Outcome.Holds;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * States that no member holds. If no member holds and a member could not be evaluated, the outcome is that of the
 * member that could not be evaluated.
 */
record NoneOf(List<Clause> members) implements Assertion {
    NoneOf {
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
        Optional<Outcome> doubt = Optional.empty();
        for (var member : members) {
            var outcome = member.evaluate(facts);
            if (outcome instanceof Holds) {
                var seen = member.assertion().expected();
                return Outcome.fails(member.message().orElse("This must not be so: " + seen + "."), seen);
            }
            if (!(outcome instanceof Fails)) {
                doubt = doubt.or(() -> Optional.of(outcome));
            }
        }
        return doubt.orElseGet(Outcome::holds);
    }

    @Override
    public String expected() {
        return "not: " + members.stream().map(m -> m.assertion().expected()).collect(Collectors.joining(", nor "));
    }
}
