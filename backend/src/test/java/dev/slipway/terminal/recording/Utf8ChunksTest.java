package dev.slipway.terminal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Utf8ChunksTest {

    @Test
    void holdsACharacterBackUntilItIsComplete() {
        var chunks = new Utf8Chunks();
        var bytes = "ü€😀".getBytes(UTF_8);

        assertThat(chunks.add(ByteBuffer.wrap(bytes, 0, 1))).isEmpty();
        assertThat(chunks.add(ByteBuffer.wrap(bytes, 1, 3))).isEqualTo("ü");
        assertThat(chunks.add(ByteBuffer.wrap(bytes, 4, 4))).isEqualTo("€");
        assertThat(chunks.add(ByteBuffer.wrap(bytes, 8, 1))).isEqualTo("😀");
        assertThat(chunks.end()).isEmpty();
    }

    @Test
    void saysAtTheEndThatACharacterNeverCame() {
        var chunks = new Utf8Chunks();

        assertThat(chunks.add(ByteBuffer.wrap("a€".getBytes(UTF_8), 0, 3))).isEqualTo("a");
        assertThat(chunks.end()).isEqualTo("\uFFFD");
        assertThat(chunks.add(ByteBuffer.wrap("b".getBytes(UTF_8)))).isEqualTo("b");
    }

    @Property
    void chunksGiveTheTextOfTheWhole(
            @ForAll byte[] bytes, @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 7) Integer> lengths) {
        assertThat(inChunks(bytes, lengths)).isEqualTo(new String(bytes, UTF_8));
    }

    @Property
    void textSurvives(@ForAll String text, @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 7) Integer> lengths) {
        var bytes = text.getBytes(UTF_8);

        assertThat(inChunks(bytes, lengths)).isEqualTo(new String(bytes, UTF_8));
    }

    private static String inChunks(byte[] bytes, List<Integer> lengths) {
        var chunks = new Utf8Chunks();
        var text = new StringBuilder();
        var from = 0;
        for (var length : lengths) {
            var to = Math.min(bytes.length, from + length);
            text.append(chunks.add(ByteBuffer.wrap(bytes, from, to - from)));
            from = to;
        }
        text.append(chunks.add(ByteBuffer.wrap(bytes, from, bytes.length - from)));
        return text.append(chunks.end()).toString();
    }
}
