package dev.slipway.check;

import dev.slipway.lab.Lab;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabRule;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rejects labs whose checks cannot be parsed: their tasks could never pass. */
@Component
final class ReadableChecks implements LabRule {

    @Override
    public List<LabProblem> problems(Lab lab) {
        return CheckSyntax.problems(lab);
    }
}
