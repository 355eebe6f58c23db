package dev.slipway.lab.folder;

import dev.slipway.lab.LabProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Converts YAML 1.2 to JSON and records the positions of all keys and values. Null, true and false are written as in
 * YAML's core schema, so {@code no} is a text. A number is decimal; {@code 0777}, {@code 0o777}, {@code .5} and {@code
 * 22:22} are texts, because tools disagree on their values. Aliases and tags are refused: no lab needs them, and a few
 * lines of aliases can expand to gigabytes. A merge key ({@code <<}) is a key like any other.
 */
final class YamlReader {
    private static final int MAX_CHARACTERS = 256 << 10;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(MAX_CHARACTERS).build();

    private YamlReader() {}

    /**
     * Returns the document; if it is not YAML that a lab may use, adds the reasons to {@code problems} and returns
     * empty.
     */
    static Optional<YamlDocument> read(String file, byte[] content, List<LabProblem> problems) {
        var before = problems.size();
        var found = new YamlProblems(file, problems);
        return decode(content, found).flatMap(text -> parse(text, found)).filter(document -> problems.size() == before);
    }

    private static Optional<String> decode(byte[] content, YamlProblems problems) {
        if (content.length > MAX_CHARACTERS) {
            problems.add("yaml-too-large", "The file has more than " + (MAX_CHARACTERS >> 10) + " KiB.");
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.add("encoding", "The file is not UTF-8. Save it as UTF-8.");
            return Optional.empty();
        }
    }

    private static Optional<YamlDocument> parse(String text, YamlProblems problems) {
        try {
            var events = new Parse(SETTINGS).parseString(text).iterator();
            return new YamlConverter(events, problems).document();
        } catch (MarkedYamlEngineException e) {
            var what = Optional.ofNullable(e.getProblem()).orElse("it cannot be read");
            var message = "This is not valid YAML: " + what + ". Check indentation, colons and quotes.";
            e.getProblemMark()
                    .or(e::getContextMark)
                    .ifPresentOrElse(
                            mark -> problems.add(mark, "yaml-syntax", message),
                            () -> problems.add("yaml-syntax", message));
        } catch (YamlEngineException e) {
            var message = Optional.ofNullable(e.getMessage())
                    .orElse("it cannot be read")
                    .lines()
                    .findFirst();
            problems.add("yaml-syntax", "This is not valid YAML: " + message.orElse("") + ".");
        }
        return Optional.empty();
    }
}
