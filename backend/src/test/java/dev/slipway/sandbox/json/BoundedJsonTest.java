package dev.slipway.sandbox.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

class BoundedJsonTest {
    private static final int LIMIT = 1024 * 1024;

    private final MemoryBudget memory = new MemoryBudget(DataSize.ofMegabytes(4));

    private JsonNode read(String json, String... paths) throws IOException {
        var mask = paths.length == 0 ? JsonMask.ALL : JsonMask.of(paths);
        try (var share = memory.share()) {
            return BoundedJson.read(
                    new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), LIMIT, mask, share);
        }
    }

    @Test
    void keepsOnlyWhatTheMaskNames() throws IOException {
        var json = """
                [{"Names": ["/web"], "Ports": [{"IP": "::", "PublicPort": 80}], "Labels": {"a": "b", "c": "d"}},
                 {"Names": null, "Networks": {"net": {"IP": "10.0.0.1", "Mac": "x"}}}]""";

        assertThat(read(json, "/Names", "/Ports/PublicPort", "/Labels/c", "/Networks/*/IP"))
                .hasToString("[{\"Names\":[\"/web\"],\"Ports\":[{\"PublicPort\":80}],\"Labels\":{\"c\":\"d\"}},"
                        + "{\"Names\":null,\"Networks\":{\"net\":{\"IP\":\"10.0.0.1\"}}}]");
    }

    @Test
    void keepsNumbersAsTheyAre() throws IOException {
        assertThat(read("[1, 9000000000, 90000000000000000000, 0.5, true]"))
                .hasToString("[1,9000000000,90000000000000000000,0.5,true]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1", "{} {}", "<html>", "{\"a\" 1}", "nul"})
    void refusesWhatIsNoDocument(String json) {
        assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> read(json));
    }

    @Test
    void boundsDepthElementsTextsAndNumbersAlsoWhereNothingIsKept() {
        assertExcessive("[".repeat(100));
        assertExcessive("[" + "0,".repeat(6_000) + "0]");
        assertExcessive("\"" + "x".repeat(200_000) + "\"");
        assertExcessive("1".repeat(100));
        assertExcessive("{\"" + "x".repeat(2_000) + "\":1}");
        assertExcessive("{\"x\":" + "[".repeat(100), "/a");
        assertExcessive("{\"x\":\"" + "x".repeat(2 * LIMIT), "/a");
    }

    private void assertExcessive(String json, String... paths) {
        assertThatExceptionOfType(ExcessiveAnswerException.class).isThrownBy(() -> read(json, paths));
    }

    @Test
    void oneReaderTakesNoMoreThanItsPartAndGivesAllBack() throws IOException {
        try (var share = memory.share()) {
            share.take(DataSize.ofMegabytes(2).toBytes());
            assertThat(memory.free()).isEqualTo(DataSize.ofMegabytes(3).toBytes());

            assertThatExceptionOfType(ExcessiveAnswerException.class).isThrownBy(() -> share.take(1));
        }
        assertThat(memory.free()).isEqualTo(DataSize.ofMegabytes(4).toBytes());
    }

    @Test
    void ordinaryAnswersAreReadWhileOthersHoldAllThatIsCommon() throws IOException {
        for (var hostile = 0; hostile < 4; hostile++) {
            // This memory stays in use until the test ends, as with engines that respond slowly.
            memory.share().take(DataSize.ofMegabytes(2).toBytes());
        }
        assertThat(memory.free()).isZero();

        assertThat(read("[{\"Id\": \"a\"}]")).isNotEmpty();
    }
}
