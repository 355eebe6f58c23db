package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.shared.NodeName;
import java.util.Set;

/** States that no container with this name or this image exists. */
record ContainerAbsent(NodeName node, Subject subject) implements Assertion {

    static ContainerAbsent read(Arguments arguments) {
        return new ContainerAbsent(arguments.node(), Subject.readOne(arguments));
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return subject.needs(node);
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return subject.judge(
                node,
                facts,
                found -> found.selected().isEmpty()
                        ? Outcome.holds()
                        : Outcome.fails("There is still " + subject + ".", ContainerTexts.states(found.selected())));
    }

    @Override
    public String expected() {
        return subject.none();
    }
}
