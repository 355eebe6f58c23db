package dev.slipway.lab.folder;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** Reads values of the lab format, whose form the schema has checked. */
final class YamlValues {
    private YamlValues() {}

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<String> strings(JsonNode array) {
        return stream(array).map(JsonNode::asString).toList();
    }

    static Optional<String> optional(JsonNode text) {
        return Optional.of(text.asString("")).filter(value -> !value.isEmpty());
    }

    static Duration duration(String text) {
        var unit = text.replaceAll("[0-9]", "");
        var number = Long.parseLong(text.replaceAll("[a-z]", ""));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    static DataSize memory(String text) {
        var number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("g") ? DataSize.ofGigabytes(number) : DataSize.ofMegabytes(number);
    }

    /** Returns the text of a file; empty if it is not UTF-8. */
    static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
