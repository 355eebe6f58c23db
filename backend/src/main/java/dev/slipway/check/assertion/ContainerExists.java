package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.shared.NodeName;
import java.util.Set;

/** States that a container with this name or this image exists, in any state. */
record ContainerExists(NodeName node, Subject subject) implements Assertion {

    static ContainerExists read(Arguments arguments) {
        return new ContainerExists(arguments.node(), Subject.readOne(arguments));
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
                        ? Outcome.fails(subject.missing(), found.everything())
                        : Outcome.holds());
    }

    @Override
    public String expected() {
        return subject.toString();
    }
}
