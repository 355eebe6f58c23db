package dev.slipway.lab;

import java.util.List;

/** A rule for labs in addition to the lab format. A module that interprets a part of the lab provides such a rule. */
@FunctionalInterface
public interface LabRule {

    /**
     * Returns the problems of a lab that has no other errors; empty if there are none. A lab with an error is not
     * offered to learners.
     */
    List<LabProblem> problems(Lab lab);
}
