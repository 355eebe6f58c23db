package dev.slipway.terminal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.terminal.TerminalError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the tables of {@code docs/terminal-protocol.md} against the examples and the reasons. */
class ProtocolPageTest {
    private static final Path PAGE = Path.of("../docs/terminal-protocol.md");
    private static final Pattern FRAME = Pattern.compile("(?m)^\\| `([0-9a-f]{2})` \\| (\\w+) \\| (.*)\\|$");

    /** A field with its type, or a field without a fixed length. */
    private static final Pattern FIELD = Pattern.compile("(\\w+) `[ui](\\d+)`|\\b(bytes|text|ticket)\\b");

    private static final Pattern REASON = Pattern.compile("(?m)^\\| (\\d+) \\| ([a-z-]+) \\|");
    private static final Pattern SECTION = Pattern.compile("(?m)^## ");

    private static String page;

    private record Row(String from, int opcode, String frame, List<MatchResult> fields) {
        private List<String> fieldNames() {
            return fields.stream()
                    .map(field -> field.group(1) == null ? field.group(3) : field.group(1))
                    .toList();
        }

        /** Returns the number of bytes of the opcode and the fields with a type. */
        private int fixedLength() {
            return 1
                    + fields.stream()
                            .filter(field -> field.group(2) != null)
                            .mapToInt(field -> Integer.parseInt(field.group(2)) / Byte.SIZE)
                            .sum();
        }

        private void describes(GoldenFrame example) {
            var older = example.fields().path("version").asInt(Frame.VERSION) == Frame.OLDER_VERSION;
            var expected = fieldNames().stream()
                    .filter(field -> !(older && field.equals("visible")))
                    .toList();

            assertThat(example.fields().propertyNames()).containsExactlyElementsOf(expected);
            assertThat(example.fixedLength()).isEqualTo(fixedLength() - (older ? 1 : 0));
        }
    }

    @BeforeAll
    static void readPage() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void pageListsExactlyTheFramesOfTheExamples() {
        var examples = GoldenFrame.all().stream()
                .map(example -> named(example.from(), example.bytes().get(0), example.frame()))
                .distinct();

        assertThat(rows().stream().map(row -> named(row.from(), row.opcode(), row.frame())))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(examples.toList());
    }

    @Test
    void examplesHaveTheFieldsOfThePageInTheirOrderAndLength() {
        for (var row : rows()) {
            assertThat(GoldenFrame.all())
                    .filteredOn(example -> example.frame().equals(row.frame()))
                    .isNotEmpty()
                    .allSatisfy(row::describes);
        }
    }

    @Test
    void pageListsTheReasonsWithTheirCodes() {
        var listed = REASON.matcher(page)
                .results()
                .collect(Collectors.toMap(row -> Integer.parseInt(row.group(1)), row -> row.group(2)));

        assertThat(listed)
                .containsExactlyInAnyOrderEntriesOf(Arrays.stream(TerminalError.values())
                        .collect(Collectors.toMap(TerminalError::wireCode, GoldenFrame::nameOf)));
    }

    @Test
    void pageNamesTheVersion() {
        assertThat(page).contains("version `u8` = " + Frame.VERSION + ",");
    }

    private static List<Row> rows() {
        var sections = SECTION.splitAsStream(page)
                .collect(Collectors.toMap(section -> section.lines().findFirst().orElse(""), section -> section));
        return Map.of("From the browser", "browser", "From the platform", "platform").entrySet().stream()
                .flatMap(side -> FRAME.matcher(sections.getOrDefault(side.getKey(), ""))
                        .results()
                        .map(row -> new Row(
                                side.getValue(),
                                Integer.parseInt(row.group(1), 16),
                                row.group(2),
                                FIELD.matcher(row.group(3)).results().toList())))
                .toList();
    }

    private static String named(String from, int opcode, String frame) {
        return "%s %02x %s".formatted(from, opcode, frame);
    }
}
