package dev.slipway.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.slipway.engine.support.BoundedOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class FrameInputTest {
    private static final int OUTPUT = 1;
    private static final int ERROR = 2;

    @Property(tries = 200)
    void bringsOutputWholeWhateverTheFramesAndTheReads(
            @ForAll @Size(max = 20) List<byte[]> pieces, @ForAll @IntRange(min = 1, max = 50) int readSize)
            throws IOException {
        var frames = new ByteArrayOutputStream();
        var sent = new ByteArrayOutputStream();
        for (var piece : pieces) {
            frames.write(frame(OUTPUT, piece));
            frames.write(frame(ERROR, "!".getBytes(UTF_8)));
            sent.write(piece);
        }
        var error = new BoundedOutput(1000);
        var input = new FrameInput(new ByteArrayInputStream(frames.toByteArray()), error, 1000);

        var received = new ByteArrayOutputStream();
        var buffer = new byte[readSize];
        for (int count; (count = input.read(buffer)) >= 0; ) {
            received.write(buffer, 0, count);
        }

        assertThat(received.toByteArray()).isEqualTo(sent.toByteArray());
        assertThat(error.text()).isEqualTo("!".repeat(pieces.size()));
    }

    @Test
    void keepsOnlyTheBeginningOfStandardError() throws IOException {
        var error = new BoundedOutput(3);
        var input = new FrameInput(new ByteArrayInputStream(frame(ERROR, "broken".getBytes(UTF_8))), error, 1000);

        assertThat(input.read()).isEqualTo(-1);
        assertThat(error.text()).isEqualTo("bro");
        assertThat(error.truncated()).isTrue();
    }

    @Test
    void tellsATornStreamFromAnEnd() {
        var whole = frame(OUTPUT, "hello".getBytes(UTF_8));

        for (var length : List.of(3, 8, 10)) {
            var torn = new FrameInput(new ByteArrayInputStream(whole, 0, length), new BoundedOutput(0), 1000);
            assertThatExceptionOfType(EOFException.class).isThrownBy(torn::readAllBytes);
        }
    }

    @Test
    void refusesWhatIsNoFrame() {
        var other = new FrameInput(new ByteArrayInputStream("not a frame".getBytes(UTF_8)), new BoundedOutput(0), 1000);

        assertThatIOException().isThrownBy(other::read).withMessageContaining("unknown kind");
    }

    @Test
    void givesUpOnErrorsWithoutEnd() {
        var endless = new InputStream() {
            private final byte[] frame = frame(ERROR, new byte[1000]);
            private long at;

            @Override
            public int read() {
                return frame[Math.toIntExact(at++ % frame.length)];
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                for (var i = 0; i < length; i++) {
                    bytes[from + i] = (byte) read();
                }
                return length;
            }
        };
        var error = new BoundedOutput(100);

        assertThatIOException()
                .isThrownBy(() -> new FrameInput(endless, error, 100_000).read())
                .withMessageContaining("without end");
        assertThat(error.text()).hasSize(100);
    }

    @Test
    void refusesAFrameOfANegativeLength() {
        var frames = new byte[] {ERROR, 0, 0, 0, -1, 0, 0, 0};

        assertThatIOException()
                .isThrownBy(() -> new FrameInput(new ByteArrayInputStream(frames), new BoundedOutput(10), 100).read())
                .withMessageContaining("negative");
    }

    private static byte[] frame(int kind, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .put((byte) kind)
                .position(4)
                .putInt(content.length)
                .put(content)
                .array();
    }
}
