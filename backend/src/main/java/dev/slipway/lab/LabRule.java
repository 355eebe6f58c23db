package dev.slipway.lab;

import java.util.List;

/** What a lab must keep to besides its format, said by a module that knows more of a part of it. */
@FunctionalInterface
public interface LabRule {

    /** What is wrong with a lab that is readable otherwise; errors keep it from learners. Empty if all is well. */
    List<LabProblem> problems(Lab lab);
}
