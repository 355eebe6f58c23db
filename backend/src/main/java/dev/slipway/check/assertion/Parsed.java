package dev.slipway.check.assertion;

import dev.slipway.lab.LabProblem;
import java.util.List;

/** The result of parsing a check: the check, or the problems in it. */
public sealed interface Parsed {

    record Read(TaskCheck check) implements Parsed {}

    record Refused(List<LabProblem> problems) implements Parsed {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
