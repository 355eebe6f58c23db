package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact.Container;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.shared.NodeName;
import java.util.Optional;
import java.util.Set;

/**
 * States that a container with this name or this image has run and has ended, with this exit code if a code is given.
 */
record ContainerExited(NodeName node, Subject subject, Optional<Integer> code) implements Assertion {
    /** Maximum exit code: an exit code has one byte. */
    private static final int MAX_CODE = 255;

    static ContainerExited read(Arguments arguments) {
        return new ContainerExited(
                arguments.node(),
                Subject.readOne(arguments),
                arguments.optionalNumber("code", 0, MAX_CODE, "its exit code"));
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return subject.needs(node);
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return subject.judge(node, facts, this::evaluate);
    }

    private Outcome evaluate(Subject.Found found) {
        if (found.selected().isEmpty()) {
            return Outcome.fails(subject.missing(), found.everything());
        }
        var exited = found.selected().stream().filter(Container::hasExited).toList();
        if (exited.isEmpty()) {
            return Outcome.fails("It has not ended: " + subject + ".", ContainerTexts.states(found.selected()));
        }
        if (code.isPresent() && exited.stream().noneMatch(c -> c.exitCode().equals(code))) {
            var codes = exited.stream()
                    .map(c -> c.name() + " is exited" + withCode(c.exitCode()))
                    .toList();
            return Outcome.fails("The container ended with another exit code.", ContainerTexts.list(codes));
        }
        return Outcome.holds();
    }

    private static String withCode(Optional<Integer> code) {
        return code.map(c -> " with code " + c).orElse("");
    }

    @Override
    public String expected() {
        return subject + " is exited" + withCode(code);
    }
}
