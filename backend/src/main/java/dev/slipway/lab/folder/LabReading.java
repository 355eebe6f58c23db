package dev.slipway.lab.folder;

import dev.slipway.lab.Lab;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.LabRule;
import dev.slipway.lab.Proof;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What reading a lab's folder led to: a lab unless something is wrong that it could not live with. */
record LabReading(Optional<Lab> lab, List<Proof> proofs, List<LabProblem> problems) {
    LabReading {
        proofs = List.copyOf(proofs);
        problems = List.copyOf(problems);
    }

    /** The same, with what further rules say of the lab. */
    LabReading under(List<LabRule> rules) {
        var found = lab.stream()
                .flatMap(read -> rules.stream().flatMap(rule -> rule.problems(read).stream()))
                .toList();
        var refused = found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return new LabReading(
                lab.filter(_ -> !refused),
                proofs,
                Stream.concat(problems.stream(), found.stream()).toList());
    }
}
