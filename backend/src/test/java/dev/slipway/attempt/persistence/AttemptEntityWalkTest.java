package dev.slipway.attempt.persistence;

import static dev.slipway.attempt.LabSamples.FIRST;
import static dev.slipway.attempt.LabSamples.SECOND;
import static dev.slipway.attempt.LabSamples.aLab;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.Verdict;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.SandboxId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** Random walks over the methods that change one attempt. */
class AttemptEntityWalkTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    enum Verb {
        RESTART,
        EXTEND,
        HINT,
        ANSWER,
        PASS,
        PASS_ON_OLD_MACHINES,
        FAIL,
        END
    }

    @SuppressWarnings("NullAway.Init") // set before each try
    private AttemptEntity attempt;

    private int machines;

    /** Creates a new attempt for each try, because one instance of this class serves all tries of a property. */
    @BeforeTry
    void begin() {
        attempt = new AttemptEntity(UUID.randomUUID(), new AccountId(UUID.randomUUID()), aLab(), Map.of(), NOW);
        machines = 0;
    }

    @Property(tries = 500)
    void keepsItsRulesInAnyOrderOfVerbs(@ForAll @Size(max = 40) List<Verb> verbs) {
        attempt.useMachines(machines(0));

        for (var verb : verbs) {
            var before = attempt.toAttempt(2, Optional.empty());
            var hints = attempt.hintsTaken(SECOND);

            apply(verb);

            var after = attempt.toAttempt(2, Optional.empty());
            assertThat(after.progress().score()).isBetween(0, after.progress().maxScore());
            assertThat(after.extensionsLeft()).isBetween(0, 2);
            assertThat(attempt.hintsTaken(SECOND)).isGreaterThanOrEqualTo(hints);
            if (!before.isOpen() || verb == Verb.PASS_ON_OLD_MACHINES) {
                assertThat(after).isEqualTo(before);
            }
        }
    }

    private void apply(Verb verb) {
        var scoring = aLab().scoring();
        switch (verb) {
            case RESTART -> attempt.restart(machines(++machines), scoring);
            case EXTEND -> attempt.extend(2);
            case HINT -> attempt.takeHint(SECOND, attempt.hintsTaken(SECOND), scoring);
            case ANSWER -> attempt.answer(FIRST, "42");
            case PASS -> attempt.decide(machines(machines), SECOND, new Verdict.Passed(), NOW, scoring);
            case PASS_ON_OLD_MACHINES ->
                attempt.decide(machines(machines - 1), SECOND, new Verdict.Passed(), NOW, scoring);
            case FAIL -> attempt.decide(machines(machines), SECOND, new Verdict.Errored("stopped"), NOW, scoring);
            case END -> attempt.end(NOW);
        }
    }

    private static SandboxId machines(int number) {
        return new SandboxId("m%07d".formatted(number + 1));
    }
}
