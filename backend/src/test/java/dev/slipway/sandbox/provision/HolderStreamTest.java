package dev.slipway.sandbox.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.TerminalSize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Output of a program that the learner, as root in the node, has put in the holder's place. */
class HolderStreamTest {
    private static final int PREFACE = 32;

    @ParameterizedTest
    @CsvSource({
        "-1, 10, 80, 24",
        "0, -1, 80, 24",
        "10, 9, 80, 24",
        "0, 9223372036854775807, 80, 24",
        "9223372036854775807, 9223372036854775807, 80, 24",
        "-9223372036854775808, 9223372036854775807, 80, 24",
        "4503599627370496, 4503599627370497, 80, 24",
        "0, 100, 65535, 65535",
        "0, 100, 0, 0",
    })
    void numbersThatCannotBeAreRefusedAndTheStreamIsClosed(long from, long end, int columns, int rows) {
        var stream = new Words(preface(from, end, columns, rows));

        assertThatThrownBy(() -> HolderStream.over(stream, () -> {})).isInstanceOf(NodeException.class);

        assertThat(stream.closed).isTrue();
    }

    @Test
    void prefaceThatEndsTooSoonClosesTheStream() {
        var stream = new Words(Arrays.copyOf(preface(0, 0, 80, 24), PREFACE - 3));

        assertThat(HolderStream.over(stream, () -> {})).isEmpty();

        assertThat(stream.closed).isTrue();
    }

    @Test
    void honestPrefaceIsUnderstood() {
        var stream = new Words(preface(100, 612, 80, 24));

        var shell = HolderStream.over(stream, () -> {}).orElseThrow();

        assertThat(shell.from()).isEqualTo(100);
        assertThat(shell.historyEnd()).isEqualTo(612);
        assertThat(shell.size()).isEqualTo(new TerminalSize(80, 24));
        shell.close();
    }

    private static byte[] preface(long from, long end, int columns, int rows) {
        return ByteBuffer.allocate(PREFACE)
                .putInt(0x73686c31)
                .putLong(4711)
                .putLong(from)
                .putLong(end)
                .putShort((short) columns)
                .putShort((short) rows)
                .array();
    }

    private static final class Words implements NodeStream {
        private final InputStream words;
        private boolean closed;

        Words(byte[] words) {
            this.words = new ByteArrayInputStream(words);
        }

        @Override
        public InputStream output() {
            return words;
        }

        @Override
        public OutputStream input() {
            return new ByteArrayOutputStream();
        }

        @Override
        public void resize(TerminalSize size) {
            throw new UnsupportedOperationException("a holder is resized by a frame");
        }

        @Override
        public int exitStatus(Duration timeout) {
            return 0;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
