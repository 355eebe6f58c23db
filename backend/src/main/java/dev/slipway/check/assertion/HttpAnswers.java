package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.HttpFact;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;

/**
 * States that a web server on a port of the node responds with this status and a matching text, or that no server
 * responds there.
 */
record HttpAnswers(NodeName node, int port, String path, int status, ExpectedValue text) implements Assertion {
    private static final int OK = 200;
    private static final int MIN_STATUS = 100;
    private static final int MAX_STATUS = 599;

    static HttpAnswers read(Arguments arguments) {
        return new HttpAnswers(
                arguments.node(),
                arguments.port("port", "the port of the node"),
                arguments
                        .optional("path", Shape.URL_PATH, "what to ask for; `/` if left out")
                        .orElse("/"),
                arguments
                        .optionalNumber("status", MIN_STATUS, MAX_STATUS, "the status of the answer; 200 if left out")
                        .orElse(OK),
                ExpectedValue.read(ValueType.TEXT, arguments));
    }

    private FactNeed.Http answer() {
        return new FactNeed.Http(node, port, path);
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(answer());
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(answer()), this::evaluate);
    }

    private Outcome evaluate(HttpFact answer) {
        if (!text.exists()) {
            return answer.answered()
                    ? Outcome.fails("A web server still answers on port " + port + ".", "status " + answer.status())
                    : Outcome.holds();
        }
        if (!answer.answered()) {
            return Outcome.fails("No web server answers on port " + port + ".", "nothing answers on port " + port);
        }
        if (answer.status() != status) {
            return Outcome.fails(
                    "The web server on port " + port + " answers with another status.", "status " + answer.status());
        }
        if (!text.holdsFor(List.of(answer.body()))) {
            return Outcome.fails(
                    "The web server on port " + port + " answers with another text.",
                    "status " + answer.status() + ", " + Excerpt.of(answer.body(), answer.truncated()));
        }
        return Outcome.holds();
    }

    @Override
    public String expected() {
        if (!text.exists()) {
            return "nothing answers on port " + port;
        }
        return "status " + status + " from http://" + node + ":" + port + path
                + (text.comparisons().isEmpty() ? "" : ", whose text " + text.is());
    }
}
