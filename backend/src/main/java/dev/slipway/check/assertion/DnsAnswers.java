package dev.slipway.check.assertion;

import dev.slipway.check.fact.DnsFact;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.Set;

/** States that a name server on the node resolves a name to a matching address. */
record DnsAnswers(NodeName node, int port, String name, ExpectedValue address) implements Assertion {
    private static final int DNS = 53;
    private static final int MAX_PORT = 65535;

    static DnsAnswers read(Arguments arguments) {
        return new DnsAnswers(
                arguments.node(),
                arguments
                        .optionalNumber("port", 1, MAX_PORT, "the name server's port of the node; 53 if left out")
                        .orElse(DNS),
                arguments.required("name", Shape.HOST, "the name to resolve"),
                ExpectedValue.read(ValueType.TEXT, arguments));
    }

    private FactNeed.Dns question() {
        return new FactNeed.Dns(node, port, name);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(question());
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(question()), this::evaluate);
    }

    private Outcome evaluate(DnsFact answer) {
        if (!answer.answered()) {
            return Outcome.fails("No name server answers on port " + port + ".", "nothing answers on port " + port);
        }
        if (address.holdsFor(answer.addresses())) {
            return Outcome.holds();
        }
        return answer.addresses().isEmpty()
                ? Outcome.fails("The name server does not know " + name + ".", "no address")
                : Outcome.fails("The name " + name + " leads to another address.", address.shown(answer.addresses()));
    }

    @Override
    public String expected() {
        if (address.comparisons().isEmpty()) {
            return name + " has " + (address.exists() ? "an" : "no") + " address";
        }
        return "the address of " + name + " " + address.is();
    }
}
