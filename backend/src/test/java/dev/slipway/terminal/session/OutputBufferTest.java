package dev.slipway.terminal.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OutputBufferTest {

    @Property
    void keepsExactlyTheLastBytesAtTheirOffsets(
            @ForAll @Size(max = 30) List<@IntRange(max = 9000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 40_000) int capacity) {
        var buffer = new OutputBuffer(capacity);
        var all = new ByteArrayOutputStream();

        for (var length : lengths) {
            var bytes = new byte[length];
            for (var i = 0; i < length; i++) {
                bytes[i] = (byte) ((all.size() + i) % 251);
            }
            buffer.append(bytes, length);
            all.write(bytes, 0, length);
        }

        assertThat(buffer.end()).isEqualTo(all.size());
        assertThat(buffer.start()).isEqualTo(Math.max(0, all.size() - capacity));
        assertThat(buffer.copy(buffer.start(), Integer.MAX_VALUE))
                .isEqualTo(Arrays.copyOfRange(all.toByteArray(), (int) buffer.start(), all.size()));
    }

    @Example
    void newcomersEnterAtLineStartOnceTheBeginningIsGone() {
        var buffer = new OutputBuffer(8);
        var text = "first\nsecond\n3".getBytes(US_ASCII);

        buffer.append(text, text.length);

        assertThat(buffer.start()).isEqualTo(6);
        assertThat(buffer.entry()).isEqualTo(13);
    }
}
