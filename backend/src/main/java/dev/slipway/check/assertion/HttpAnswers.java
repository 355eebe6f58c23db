package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.HttpFact;
import dev.slipway.shared.NodeName;
import java.util.Optional;
import java.util.Set;

/** A web server at a port of the node answers with this status, and with this text if one is wanted. */
record HttpAnswers(NodeName node, int port, String path, int status, Optional<String> text) implements Assertion {
    private static final int OK = 200;
    private static final int MIN_STATUS = 100;
    private static final int MAX_STATUS = 599;

    static HttpAnswers read(Arguments arguments) {
        return new HttpAnswers(
                arguments.node(),
                arguments.port("port"),
                arguments.optionalUrlPath("path").orElse("/"),
                arguments.optionalNumber("status", MIN_STATUS, MAX_STATUS).orElse(OK),
                arguments.optionalText("contains"));
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
        if (!answer.answered()) {
            return Outcome.fails("No web server answers on port " + port + ".", "nothing answers on port " + port);
        }
        if (answer.status() != status) {
            return Outcome.fails(
                    "The web server on port " + port + " answers with another status.", "status " + answer.status());
        }
        if (text.isPresent() && !answer.body().contains(text.get())) {
            return Outcome.fails(
                    "The web server on port " + port + " answers with another text.",
                    "status " + answer.status() + ", " + Excerpt.of(answer.body(), answer.truncated()));
        }
        return Outcome.holds();
    }

    @Override
    public String expected() {
        return "status " + status
                + text.map(t -> ", text with " + Excerpt.of(t, false)).orElse("") + " from http://" + node + ":" + port
                + path;
    }
}
