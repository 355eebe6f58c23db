package dev.slipway.check.assertion;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.HttpFact;
import dev.slipway.check.fact.ValueType;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * States that a registry on a port of the node has a repository with a matching tag. The platform asks the registry
 * through the HTTP API of the distribution project.
 */
record RegistryHas(NodeName node, int port, String repository, ExpectedValue tag) implements Assertion {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    static RegistryHas readRepository(Arguments arguments) {
        var exists = arguments.flag("exists", true, "false if it must not be there");
        return read(arguments, new ExpectedValue(ValueType.TEXT, List.of(), exists));
    }

    static RegistryHas readTag(Arguments arguments) {
        return read(arguments, ExpectedValue.read(ValueType.TEXT, arguments));
    }

    private static RegistryHas read(Arguments arguments, ExpectedValue tag) {
        return new RegistryHas(
                arguments.node(),
                arguments.port("port", "the registry's port of the node"),
                arguments.required("name", Shape.REPOSITORY, "the repository, without the registry's address"),
                tag);
    }

    private FactNeed.Http tags() {
        return new FactNeed.Http(node, port, "/v2/" + repository + "/tags/list");
    }

    @Override
    public Set<FactNeed<?>> needs() {
        return Set.of(tags());
    }

    @Override
    public Outcome evaluate(Facts facts) {
        return Outcome.of(facts.about(tags()), this::evaluate);
    }

    private Outcome evaluate(HttpFact answer) {
        if (!answer.answered()) {
            return Outcome.fails("No registry answers on port " + port + ".", "nothing answers on port " + port);
        }
        return switch (answer.status()) {
            case OK -> tagged(answer);
            case NOT_FOUND ->
                tag.exists()
                        ? Outcome.fails("The registry has no repository " + repository + ".", "no such repository")
                        : Outcome.holds();
            case UNAUTHORIZED -> Outcome.fails("The registry on port " + port + " asks for a password.", "status 401");
            default ->
                Outcome.fails(
                        "What answers on port " + port + " does not speak as a registry does.",
                        "status " + answer.status());
        };
    }

    private Outcome tagged(HttpFact answer) {
        if (answer.truncated()) {
            return new Outcome.Unknown("The registry's list of tags is too long to read.");
        }
        JsonNode list;
        try {
            list = JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            return Outcome.fails(
                    "What answers on port " + port + " does not speak as a registry does.",
                    Excerpt.of(answer.body(), false));
        }
        var tags = list.path("tags").values().stream().map(t -> t.asString("")).toList();
        if (tag.holdsFor(tags)) {
            return Outcome.holds();
        }
        if (tags.isEmpty()) {
            return Outcome.fails("The repository " + repository + " has no tag.", "no tags");
        }
        return tag.exists()
                ? Outcome.fails("The repository " + repository + " has no such tag.", "tags: " + tag.shown(tags))
                : Outcome.fails("The registry still has " + repository + ".", "tags: " + tag.shown(tags));
    }

    @Override
    public String expected() {
        if (tag.comparisons().isEmpty()) {
            return (tag.exists() ? "a" : "no") + " repository " + repository + " in the registry on port " + port;
        }
        return "a tag of the repository " + repository + " " + tag.is();
    }
}
