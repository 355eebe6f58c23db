package dev.slipway.lab.folder;

import dev.slipway.lab.LabProblem;
import dev.slipway.lab.SourcePosition;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Converts YAML to JSON and records the positions of all keys and values. Scalars have the types of the core schema of
 * YAML 1.2, so {@code no} is a word and {@code 22:22} is not a number of seconds. Aliases and tags are refused: no lab
 * needs them, and a few lines of aliases can expand to gigabytes.
 */
final class YamlReader {
    /** Examples that are right, by rule. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "yaml-syntax", "title: \"Ports: the machine's and the container's\"",
            "yaml-empty", "id: my-lab",
            "yaml-alias", "memory: 1g",
            "yaml-tag", "version: 1.0.0",
            "yaml-key", "node1: {memory: 1g}",
            "duplicate-key", "title: Publish a port");

    private static final int MAX_CHARACTERS = 256 << 10;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NODES = 20_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,15}\\.[0-9]{1,15}");
    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.MAP, Tag.SEQ);

    private final String file;
    private final List<LabProblem> problems;
    private final Map<String, SourcePosition> values = new HashMap<>();
    private final Map<String, SourcePosition> keys = new HashMap<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlReader(String file, List<LabProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Returns the document; if it is not YAML that a lab may use, adds to {@code problems} and returns empty. */
    static Optional<YamlDocument> read(String file, byte[] content, List<LabProblem> problems) {
        return new YamlReader(file, problems).read(content);
    }

    private Optional<YamlDocument> read(byte[] content) {
        var before = problems.size();
        var text = decode(content);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var root = compose(text.get());
        if (root.isEmpty()) {
            return Optional.empty();
        }
        var tree = convert(root.get(), "", 0);
        return problems.size() > before ? Optional.empty() : Optional.of(new YamlDocument(file, tree, values, keys));
    }

    private Optional<String> decode(byte[] content) {
        if (content.length > MAX_CHARACTERS) {
            complain(1, 1, "yaml-too-large", "The file has more than " + (MAX_CHARACTERS >> 10) + " KiB.");
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            complain(1, 1, "encoding", "The file is not UTF-8. Save it as UTF-8.");
            return Optional.empty();
        }
    }

    private Optional<Node> compose(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(0);
        try {
            var root = Optional.ofNullable(new Yaml(new SafeConstructor(options)).compose(new StringReader(text)));
            if (root.isEmpty()) {
                complain(1, 1, "yaml-empty", "The file is empty.");
            }
            return root;
        } catch (MarkedYAMLException e) {
            var mark = Optional.ofNullable(e.getProblemMark()).or(() -> Optional.ofNullable(e.getContextMark()));
            var what = Optional.ofNullable(e.getProblem()).orElse("it cannot be read");
            complain(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "yaml-syntax",
                    "This is not valid YAML: " + what + ". Check indentation, colons and quotes.");
        } catch (YAMLException e) {
            var message = Optional.ofNullable(e.getMessage())
                    .orElse("it cannot be read")
                    .lines()
                    .findFirst();
            complain(1, 1, "yaml-syntax", "This is not valid YAML: " + message.orElse("") + ".");
        }
        return Optional.empty();
    }

    private JsonNode convert(Node node, String pointer, int depth) {
        var mark = node.getStartMark();
        values.put(pointer, at(mark));
        if (!seen.add(node)) {
            complain(mark, "yaml-alias", "Aliases (*name) are not allowed. Write the value itself.");
            return JSON.nullNode();
        }
        if (seen.size() > MAX_NODES) {
            if (seen.size() == MAX_NODES + 1) {
                complain(mark, "yaml-too-large", "The file has more than " + MAX_NODES + " values.");
            }
            return JSON.nullNode();
        }
        if (depth > MAX_DEPTH) {
            complain(mark, "yaml-too-deep", "Values are nested more than " + MAX_DEPTH + " levels deep.");
            return JSON.nullNode();
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            complain(mark, "yaml-tag", "Tags such as " + node.getTag().getValue() + " are not allowed. Remove it.");
            return JSON.nullNode();
        }
        return switch (node) {
            case MappingNode mapping -> convertMapping(mapping, pointer, depth);
            case SequenceNode sequence -> convertSequence(sequence, pointer, depth);
            case ScalarNode scalar -> convertScalar(scalar);
            default -> JSON.nullNode();
        };
    }

    private JsonNode convertMapping(MappingNode mapping, String pointer, int depth) {
        var object = JSON.objectNode();
        for (var entry : mapping.getValue()) {
            var mark = entry.getKeyNode().getStartMark();
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                complain(mark, "yaml-key", "A key must be a word, not a list or a mapping.");
                continue;
            }
            var name = key.getValue();
            var child = YamlDocument.child(pointer, name);
            if (object.has(name)) {
                complain(mark, "duplicate-key", "The key `" + name + "` is here twice. Keep one.");
                continue;
            }
            keys.put(child, at(mark));
            object.set(name, convert(entry.getValueNode(), child, depth + 1));
        }
        return object;
    }

    private JsonNode convertSequence(SequenceNode sequence, String pointer, int depth) {
        var array = JSON.arrayNode();
        for (var member : sequence.getValue()) {
            array.add(convert(member, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private static JsonNode convertScalar(ScalarNode scalar) {
        var text = scalar.getValue();
        if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
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

    private SourcePosition at(Mark mark) {
        return new SourcePosition(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private void complain(Mark mark, String rule, String message) {
        complain(mark.getLine() + 1, mark.getColumn() + 1, rule, message);
    }

    private void complain(int line, int column, String rule, String message) {
        problems.add(
                new LabProblem(new SourcePosition(file, line, column), rule, message, EXAMPLES.getOrDefault(rule, "")));
    }
}
