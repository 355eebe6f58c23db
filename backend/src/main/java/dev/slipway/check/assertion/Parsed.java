package dev.slipway.check.assertion;

import dev.slipway.lab.LabProblem;
import java.util.List;

/** What became of reading a check: it, or what is wrong with it. */
public sealed interface Parsed {

    record Read(TaskCheck check) implements Parsed {}

    record Refused(List<LabProblem> problems) implements Parsed {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
