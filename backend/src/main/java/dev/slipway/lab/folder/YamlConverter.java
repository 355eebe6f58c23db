package dev.slipway.lab.folder;

import dev.slipway.lab.SourcePosition;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts the events of a YAML parser to JSON and records the positions of all keys and values. It does not build a
 * tree of YAML nodes first, because it must check each limit before it keeps a value.
 */
final class YamlConverter {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NODES = 20_000;
    /** A position is stored with the path of keys that leads to it, so a long key is repeated in many paths. */
    private static final int MAX_KEY_LENGTH = 128;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,15}\\.[0-9]{1,15}");

    private final Iterator<Event> events;
    private final YamlProblems problems;
    private final Map<String, SourcePosition> values = new HashMap<>();
    private final Map<String, SourcePosition> keys = new HashMap<>();
    private int count;

    YamlConverter(Iterator<Event> events, YamlProblems problems) {
        this.events = events;
        this.problems = problems;
    }

    /** Returns the only document of the stream; empty if the stream has none, or if the document is too large. */
    Optional<YamlDocument> document() {
        try {
            return onlyDocument();
        } catch (ExcessException e) {
            problems.add(e.mark, e.rule, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<YamlDocument> onlyDocument() {
        events.next();
        if (events.next() instanceof StreamEndEvent) {
            problems.add("yaml-empty", "The file is empty.");
            return Optional.empty();
        }
        var tree = value(events.next(), "", 0);
        events.next();
        if (events.next() instanceof DocumentStartEvent second) {
            problems.add(
                    mark(second),
                    "yaml-syntax",
                    "This is not valid YAML: a second document begins here. Check indentation, colons and quotes.");
        }
        return Optional.of(new YamlDocument(problems.file(), tree, values, keys));
    }

    /** Converts the value whose first event is given, and consumes the rest of its events. */
    private JsonNode value(Event event, String pointer, int depth) {
        checkLimits(event, depth);
        values.put(pointer, problems.at(mark(event)));
        if (!isWithoutAliasAndTag(event)) {
            skip(event);
            return JSON.nullNode();
        }
        return switch (event) {
            case MappingStartEvent _ -> mapping(pointer, depth);
            case SequenceStartEvent _ -> sequence(pointer, depth);
            case ScalarEvent scalar -> scalar(scalar);
            default -> throw new IllegalStateException("a value cannot begin with " + event);
        };
    }

    private void checkLimits(Event event, int depth) {
        count++;
        if (count > MAX_NODES) {
            throw new ExcessException(event, "yaml-too-large", "The file has more than " + MAX_NODES + " values.");
        }
        checkDepth(event, depth);
    }

    private static void checkDepth(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new ExcessException(
                    event, "yaml-too-deep", "Values are nested more than " + MAX_DEPTH + " levels deep.");
        }
    }

    private boolean isWithoutAliasAndTag(Event event) {
        if (event instanceof AliasEvent) {
            problems.add(mark(event), "yaml-alias", "Aliases (*name) are not allowed. Write the value itself.");
            return false;
        }
        var tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.<String>empty();
        };
        tag.ifPresent(
                name -> problems.add(mark(event), "yaml-tag", "Tags such as " + name + " are not allowed. Remove it."));
        return tag.isEmpty();
    }

    private JsonNode mapping(String pointer, int depth) {
        var object = JSON.objectNode();
        for (var key = events.next(); !(key instanceof CollectionEndEvent); key = events.next()) {
            var name = name(key, object);
            if (name.isEmpty()) {
                skip(key);
                skip(events.next());
                continue;
            }
            var child = YamlDocument.child(pointer, name.get());
            keys.put(child, problems.at(mark(key)));
            object.set(name.get(), value(events.next(), child, depth + 1));
        }
        return object;
    }

    /** Returns the name of a key; reports a problem and returns empty if a lab may not have this key here. */
    private Optional<String> name(Event event, ObjectNode object) {
        if (!isWithoutAliasAndTag(event)) {
            return Optional.empty();
        }
        if (!(event instanceof ScalarEvent key)) {
            problems.add(mark(event), "yaml-key", "A key must be a word, not a list or a mapping.");
            return Optional.empty();
        }
        if (key.getValue().length() > MAX_KEY_LENGTH) {
            problems.add(mark(event), "yaml-key", "A key has at most " + MAX_KEY_LENGTH + " characters.");
            return Optional.empty();
        }
        if (object.has(key.getValue())) {
            problems.add(mark(event), "duplicate-key", "The key `" + key.getValue() + "` is here twice. Keep one.");
            return Optional.empty();
        }
        return Optional.of(key.getValue());
    }

    private JsonNode sequence(String pointer, int depth) {
        var array = JSON.arrayNode();
        for (var member = events.next(); !(member instanceof CollectionEndEvent); member = events.next()) {
            array.add(value(member, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private static JsonNode scalar(ScalarEvent scalar) {
        var text = scalar.getValue();
        if (!scalar.isPlain()) {
            return JSON.stringNode(text);
        }
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> JSON.nullNode();
            case "true", "True", "TRUE" -> JSON.booleanNode(true);
            case "false", "False", "FALSE" -> JSON.booleanNode(false);
            default -> {
                if (INTEGER.matcher(text).matches()) {
                    yield JSON.numberNode(Long.parseLong(text));
                }
                yield DECIMAL.matcher(text).matches()
                        ? JSON.numberNode(Double.parseDouble(text))
                        : JSON.stringNode(text);
            }
        };
    }

    /** Consumes the rest of the events of the value or key whose first event is given. */
    private void skip(Event first) {
        for (var open = opened(first); open > 0; open += opened(events.next())) {
            checkDepth(first, open);
        }
    }

    private static int opened(Event event) {
        return switch (event) {
            case CollectionStartEvent _ -> 1;
            case CollectionEndEvent _ -> -1;
            default -> 0;
        };
    }

    private static Mark mark(Event event) {
        return event.getStartMark().orElseThrow();
    }

    /**
     * Thrown to stop reading at once when a limit is exceeded, because the parser's time grows with the square of the
     * depth.
     */
    private static final class ExcessException extends RuntimeException {
        private final transient Mark mark;
        private final String rule;

        ExcessException(Event event, String rule, String message) {
            super(message);
            this.mark = mark(event);
            this.rule = rule;
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }
}
