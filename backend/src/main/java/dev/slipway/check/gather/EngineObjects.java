package dev.slipway.check.gather;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.ObjectKind;
import dev.slipway.check.fact.PropertyFact;
import dev.slipway.check.fact.PropertyFact.Entry;
import dev.slipway.check.gather.NodeEngineApi.Answer;
import dev.slipway.sandbox.json.ExcessiveAnswerException;
import dev.slipway.sandbox.json.JsonMask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Reads properties of a node engine's objects. Keeps only the requested values of each response, because settings and
 * environment variables can contain private data of the learner. An instance is used for one wave, in which it sends no
 * request twice.
 */
final class EngineObjects {
    /**
     * Maximum length of a text in characters, and maximum number of entries of a fact. Longer texts and longer lists do
     * not help a reader.
     */
    private static final int MAX_TEXT = 500;

    private static final int MAX_ENTRIES = 200;
    /**
     * Maximum number of entries among which the requested entries are searched, because a response can have any number
     * of entries.
     */
    private static final int MAX_READ = 5_000;
    /** Memory that an entry needs in addition to its characters, measured in characters. */
    private static final int ENTRY_SIZE = 32;

    private static final int MAX_NAMES = 50;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /** Status of a response about a Swarm from an engine that does not manage a Swarm. */
    private static final int UNAVAILABLE = 503;

    private final NodeEngineApi engine;
    private final Map<Asked, Answer> known = new HashMap<>();

    EngineObjects(NodeEngineApi engine) {
        this.engine = engine;
    }

    /** @param mask the fields to read from the response; empty if the response is a text */
    private record Asked(String path, Optional<JsonMask> mask) {}

    PropertyFact look(FactNeed.Property need, Allowance allowance) throws LookupException {
        var kind = need.trait().of();
        var answer = ask(kind.address(need.name()), Optional.of(kind.fields()), allowance);
        if (answer.status() == UNAVAILABLE && kind.isSwarms()) {
            return PropertyFact.hindered(cut(answer.content().asString("no Swarm")));
        }
        var object = answer.status() == NOT_FOUND ? MissingNode.getInstance() : found(answer);
        if (object.isMissingNode() || !kind.isIn(object)) {
            return PropertyFact.missing(names(kind, allowance));
        }
        var fact = property(need, object, detour(need, allowance));
        account(fact, allowance);
        return fact;
    }

    private JsonNode detour(FactNeed.Property need, Allowance allowance) throws LookupException {
        var detour = need.trait().detour();
        return detour.isEmpty()
                ? MissingNode.getInstance()
                : found(ask(detour.get().path(need.name()), detour.get().fields(), allowance));
    }

    /**
     * Takes the memory of a fact from the node's share. The response from which the fact was created also stays in
     * memory until the end of the wave.
     */
    private void account(PropertyFact fact, Allowance allowance) throws LookupException {
        var characters = fact.entries().stream()
                        .mapToLong(entry -> entry.key().length() + entry.value().length() + ENTRY_SIZE)
                        .sum()
                + fact.others().stream().mapToLong(String::length).sum();
        try {
            allowance.memory().take(characters * Character.BYTES);
        } catch (ExcessiveAnswerException e) {
            throw engine.excessive(e);
        }
    }

    private static PropertyFact property(FactNeed.Property need, JsonNode object, JsonNode more) {
        var all = need.trait().reader().read(object, more).limit(MAX_READ).toList();
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

    /** Returns the names of the existing objects, without the containers that Slipway creates to read images. */
    private List<String> names(ObjectKind kind, Allowance allowance) throws LookupException {
        return kind.names(found(ask(kind.list(), Optional.of(kind.names()), allowance))).stream()
                .filter(name -> !name.startsWith(ImageFiles.NAME_PREFIX))
                .limit(MAX_NAMES)
                .map(EngineObjects::cut)
                .toList();
    }

    private JsonNode found(Answer answer) throws LookupException {
        if (answer.status() != OK) {
            throw engine.refused(answer.status());
        }
        return answer.content();
    }

    private Answer ask(String path, Optional<JsonMask> mask, Allowance allowance) throws LookupException {
        var asked = new Asked(path, mask);
        var before = Optional.ofNullable(known.get(asked));
        if (before.isPresent()) {
            return before.get();
        }
        var answer = mask.isPresent() ? engine.ask(path, mask.get(), allowance) : engine.askText(path, allowance);
        known.put(asked, answer);
        return answer;
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
