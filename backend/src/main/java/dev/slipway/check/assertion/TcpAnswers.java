package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.TcpFact;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;

/**
 * States that a server accepts connections to a port of the node and first sends a matching text, or that no server
 * accepts connections to the port.
 */
record TcpAnswers(NodeName node, int port, ExpectedValue greeting) implements Assertion {

    static TcpAnswers read(Arguments arguments) {
        return new TcpAnswers(
                arguments.node(),
                arguments.port("port", "the port of the node"),
                ExpectedValue.read(ValueType.TEXT, arguments));
    }

    private FactNeed.Tcp connection() {
        return new FactNeed.Tcp(node, port);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(connection());
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(connection()), this::evaluate);
    }

    private Outcome evaluate(TcpFact met) {
        var open = "port " + port + " is open";
        if (!met.open()) {
            return greeting.exists()
                    ? Outcome.fails("Nothing listens on port " + port + ".", "port " + port + " is closed")
                    : Outcome.holds();
        }
        if (!greeting.exists()) {
            return Outcome.fails("Something listens on port " + port + ".", open);
        }
        return greeting.holdsFor(List.of(met.greeting()))
                ? Outcome.holds()
                : Outcome.fails(
                        "The server on port " + port + " should greet otherwise.",
                        met.greeting().isEmpty() ? open + ", no greeting" : Excerpt.of(met.greeting(), false));
    }

    @Override
    public String expected() {
        if (!greeting.exists()) {
            return "port " + port + " is closed";
        }
        return "port " + port + " is open"
                + (greeting.comparisons().isEmpty() ? "" : " and its greeting " + greeting.is());
    }
}
