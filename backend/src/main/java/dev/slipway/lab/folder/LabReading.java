package dev.slipway.lab.folder;

import dev.slipway.lab.Lab;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.LabRule;
import dev.slipway.lab.Proof;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of reading a lab's folder: the problems, and the lab unless one of the problems is an error. */
record LabReading(Optional<Lab> lab, List<Proof> proofs, List<LabProblem> problems) {
    LabReading {
        proofs = List.copyOf(proofs);
        problems = List.copyOf(problems);
    }

    /** Returns this result with the problems that further rules find. */
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
