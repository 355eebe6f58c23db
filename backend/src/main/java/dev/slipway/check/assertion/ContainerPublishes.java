package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact.Container;
import dev.slipway.check.fact.ContainersFact.Port;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;

/** States that a running container publishes a certain TCP port of its own on a certain port of the node. */
record ContainerPublishes(NodeName node, Subject subject, Port port) implements Assertion {

    static ContainerPublishes read(Arguments arguments) {
        return new ContainerPublishes(
                arguments.node(),
                Subject.read(arguments),
                new Port(
                        arguments.port("host", "the port of the node"),
                        arguments.port("container", "the port of the container"),
                        "tcp"));
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
        var running = found.running();
        if (running.stream().anyMatch(c -> c.ports().contains(port))) {
            return Outcome.holds();
        }
        if (found.selected().isEmpty()) {
            return Outcome.fails(subject.missing(), found.everything());
        }
        if (running.isEmpty()) {
            return Outcome.fails(
                    "A container publishes its ports only while it is running.",
                    ContainerTexts.states(found.selected()));
        }
        return wrongPorts(running);
    }

    private static Outcome wrongPorts(List<Container> running) {
        var ports = running.stream()
                .flatMap(c -> c.ports().stream())
                .distinct()
                .map(Port::toString)
                .toList();
        return ports.isEmpty()
                ? Outcome.fails("The container is running but does not publish any ports.", "no published port")
                : Outcome.fails("The container publishes another port.", ContainerTexts.list(ports));
    }

    @Override
    public String expected() {
        return port.toString();
    }
}
