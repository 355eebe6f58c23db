package dev.slipway.check.assertion;

import dev.slipway.check.Verdict;
import dev.slipway.check.assertion.Outcome.Fails;
import dev.slipway.check.assertion.Outcome.Holds;
import dev.slipway.check.assertion.Outcome.TooLate;
import dev.slipway.check.assertion.Outcome.Unknown;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.Remembered;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The check of a task. It passes if all clauses hold. */
public record TaskCheck(List<Clause> clauses) {
    public TaskCheck {
        clauses = List.copyOf(clauses);
    }

    public Set<FactNeed<?>> needs() {
        var needs = new LinkedHashSet<FactNeed<?>>();
        clauses.forEach(clause -> needs.addAll(clause.assertion().needs()));
        return needs;
    }

    /** Returns the events that must be kept because the evaluation looks for them. */
    public Stream<Remembered> remembers() {
        return clauses.stream().flatMap(clause -> clause.assertion().remembers());
    }

    /**
     * Returns the verdict for these facts. If a clause fails, the verdict is that of the first failing clause, even if
     * other clauses could not be evaluated. If no clause fails, the verdict is that of the first clause that could not
     * be evaluated.
     */
    public Verdict evaluate(Facts facts) {
        Optional<Verdict> doubt = Optional.empty();
        for (var clause : clauses) {
            switch (clause.evaluate(facts)) {
                case Holds() -> {}
                case Fails(var reason, var seen) -> {
                    return new Verdict.Failed(
                            clause.kind(),
                            clause.position(),
                            clause.message().orElse(reason),
                            seen,
                            clause.assertion().expected());
                }
                case Unknown(var cause) -> doubt = doubt.or(() -> Optional.of(new Verdict.Errored(cause)));
                case TooLate(var cause) -> doubt = doubt.or(() -> Optional.of(new Verdict.TimedOut(cause)));
            }
        }
        return doubt.orElseGet(Verdict.Passed::new);
    }
}
