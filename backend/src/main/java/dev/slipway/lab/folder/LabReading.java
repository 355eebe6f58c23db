package dev.slipway.lab.folder;

import dev.slipway.lab.Lab;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.Proof;
import java.util.List;
import java.util.Optional;

/** What reading a lab's folder led to: a lab unless something is wrong that it could not live with. */
record LabReading(Optional<Lab> lab, List<Proof> proofs, List<LabProblem> problems) {
    LabReading {
        proofs = List.copyOf(proofs);
        problems = List.copyOf(problems);
    }
}
