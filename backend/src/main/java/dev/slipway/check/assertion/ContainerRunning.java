package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact.Container;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.shared.NodeName;
import java.util.Set;

/** States that a container with this name or this image is running. */
record ContainerRunning(NodeName node, Subject subject) implements Assertion {

    static ContainerRunning read(Arguments arguments) {
        return new ContainerRunning(arguments.node(), Subject.readOne(arguments));
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
        if (!found.running().isEmpty()) {
            return Outcome.holds();
        }
        if (!found.selected().isEmpty()) {
            return Outcome.fails(
                    "There is " + subject + ", but it is not running.", ContainerTexts.states(found.selected()));
        }
        var running = found.all().containers().stream()
                .filter(Container::isRunning)
                .map(c -> c.name() + " (" + c.imageText(found.images()) + ")")
                .toList();
        return Outcome.fails(
                subject.missing(),
                running.isEmpty() ? "no running containers" : "running: " + ContainerTexts.list(running));
    }

    @Override
    public String expected() {
        return subject + " is running";
    }
}
