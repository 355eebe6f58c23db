package dev.slipway.lab.folder;

import dev.slipway.lab.Variables;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Checks that each assertion has exactly one kind and that the variables and nodes that it names exist. The schema
 * checks the arguments of each kind.
 */
final class AssertionRules {
    private final LabDraft draft;

    AssertionRules(LabDraft draft) {
        this.draft = draft;
    }

    /** Returns the keys of an assertion that name its kind; a valid assertion has one such key. */
    static List<String> kinds(JsonNode assertion) {
        return assertion.propertyNames().stream()
                .filter(key -> !key.equals("message"))
                .toList();
    }

    /** Returns the kinds of all assertions in a list, including those within {@code any} and {@code none}. */
    static Stream<String> kindsWithin(JsonNode list) {
        return YamlValues.stream(list)
                .flatMap(assertion -> kinds(assertion).stream().flatMap(kind -> switch (kind) {
                    case "any", "none" -> Stream.concat(Stream.of(kind), kindsWithin(assertion.path(kind)));
                    default -> Stream.of(kind);
                }));
    }

    void checkList(JsonNode list, String pointer) {
        for (var i = 0; i < list.size(); i++) {
            checkAssertion(list.path(i), pointer + "/" + i);
        }
    }

    void checkVariables(JsonNode text, String pointer) {
        var known = draft.variables();
        for (var name : Variables.namesIn(text.stringValue())) {
            if (!known.contains(name)) {
                draft.error(
                        pointer,
                        "unknown-variable",
                        "There is no variable " + name + " under `vars`." + DidYouMean.sentence(name, known),
                        "vars: {" + name + ": {random: word}}");
            }
        }
    }

    private void checkAssertion(JsonNode assertion, String pointer) {
        var kinds = kinds(assertion);
        if (kinds.size() != 1) {
            draft.error(
                    pointer,
                    "assertion-kind",
                    kinds.isEmpty()
                            ? "There is a message but no assertion."
                            : "These are two assertions in one: " + String.join(", ", kinds)
                                    + ". Begin each with a dash of its own.",
                    "- container.running: {name: web}");
            return;
        }
        var kind = kinds.getFirst();
        var child = YamlDocument.child(pointer, kind);
        switch (kind) {
            case "any", "none" -> checkList(assertion.path(kind), child);
            default -> checkArguments(assertion.path(kind), child);
        }
    }

    /** Checks the variables in all texts of the arguments, and each {@code node}. */
    private void checkArguments(JsonNode value, String pointer) {
        if (value.isString()) {
            checkVariables(value, pointer);
        } else if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                checkArguments(value.path(i), pointer + "/" + i);
            }
        } else if (value.isObject()) {
            NodeRules.checkNode(draft, value.path("node"), pointer + "/node", false);
            value.forEachEntry((key, member) -> checkArguments(member, YamlDocument.child(pointer, key)));
        }
    }
}
