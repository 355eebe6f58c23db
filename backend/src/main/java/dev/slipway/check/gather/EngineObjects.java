package dev.slipway.check.gather;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.ObjectKind;
import dev.slipway.check.fact.PropertyFact;
import dev.slipway.check.fact.PropertyFact.Entry;
import dev.slipway.engine.StreamHttpClient.HttpAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads properties of a node engine's objects, and keeps of each answer only what was asked for: settings and
 * environments may hold what a learner would not like to be kept. Lives for one wave, in which it asks for nothing twice.
 */
final class EngineObjects {
    /** Longer texts say nothing more to a reader, and more of them neither. */
    private static final int MAX_TEXT = 500;

    private static final int MAX_ENTRIES = 200;
    private static final int MAX_NAMES = 50;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /** What an engine says that does not manage a Swarm. */
    private static final int UNAVAILABLE = 503;

    private final NodeEngineApi engine;
    private final Map<String, HttpAnswer> known = new HashMap<>();

    EngineObjects(NodeEngineApi engine) {
        this.engine = engine;
    }

    PropertyFact look(FactNeed.Property need, TimeBudget time) throws LookupException {
        var kind = need.trait().of();
        var answer = ask(kind.address(need.name()), time);
        if (answer.status() == UNAVAILABLE && kind.isSwarms()) {
            return PropertyFact.hindered(cut(json(answer).path("message").asString("no Swarm")));
        }
        var object = answer.status() == NOT_FOUND ? MissingNode.getInstance() : found(answer);
        if (object.isMissingNode() || !kind.isIn(object)) {
            return PropertyFact.missing(names(kind, time));
        }
        return property(need, object, detour(need, time));
    }

    private JsonNode detour(FactNeed.Property need, TimeBudget time) throws LookupException {
        var path = need.trait().detour();
        if (path.isEmpty()) {
            return MissingNode.getInstance();
        }
        var answer = ask(path.get().replace("%s", need.name()), time);
        if (answer.status() != OK) {
            throw engine.refused(answer.status());
        }
        return answer.contentType().contains("json") ? json(answer) : StringNode.valueOf(answer.body());
    }

    private static PropertyFact property(FactNeed.Property need, JsonNode object, JsonNode more) {
        var all = need.trait().reader().read(object, more).toList();
        var wanted = all.stream()
                .filter(entry -> need.entry().isEmpty() || entry.key().equals(need.entry()))
                .limit(MAX_ENTRIES)
                .map(entry -> new Entry(cut(entry.key()), cut(entry.value())))
                .toList();
        var keys = all.stream()
                .map(Entry::key)
                .filter(key -> !key.isEmpty() && !key.equals(need.entry()))
                .distinct()
                .limit(MAX_NAMES)
                .map(EngineObjects::cut)
                .toList();
        return new PropertyFact(true, "", wanted, need.entry().isEmpty() ? List.of() : keys, all.size() > MAX_ENTRIES);
    }

    /** Without what Slipway makes itself to look into images. */
    private List<String> names(ObjectKind kind, TimeBudget time) throws LookupException {
        return kind.names(found(ask(kind.list(), time))).stream()
                .filter(name -> !name.startsWith(ImageFiles.NAME_PREFIX))
                .limit(MAX_NAMES)
                .map(EngineObjects::cut)
                .toList();
    }

    private JsonNode found(HttpAnswer answer) throws LookupException {
        if (answer.status() != OK) {
            throw engine.refused(answer.status());
        }
        return json(answer);
    }

    private JsonNode json(HttpAnswer answer) throws LookupException {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            throw engine.unreadable(e);
        }
    }

    private HttpAnswer ask(String path, TimeBudget time) throws LookupException {
        var before = Optional.ofNullable(known.get(path));
        if (before.isPresent()) {
            return before.get();
        }
        var answer = engine.ask(path, time);
        known.put(path, answer);
        return answer;
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
