package dev.slipway.terminal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.FromClient;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.RoleIs;
import dev.slipway.terminal.wire.GoldenFrame.Refused;
import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the codec against the examples of {@code docs/terminal-protocol/frames.json}. */
class GoldenFramesTest {
    private static final String EXAMPLES = "dev.slipway.terminal.wire.GoldenFrame#all";

    @ParameterizedTest
    @MethodSource(EXAMPLES)
    void fieldsBecomeTheBytesOfTheExample(GoldenFrame example) {
        assertThat(FrameCodec.encode(example.toFrame())).isEqualTo(example.bytes());
    }

    @ParameterizedTest
    @MethodSource(EXAMPLES)
    void bytesBecomeTheFieldsOfTheExample(GoldenFrame example) throws ProtocolException {
        assertThat(decode(example.from(), example.bytes())).isEqualTo(example.toFrame());
    }

    @ParameterizedTest
    @MethodSource(EXAMPLES)
    void exampleCutInItsFixedPartIsRefused(GoldenFrame example) {
        for (var length = 0; length < example.fixedLength(); length++) {
            var cut = example.bytes().slice(0, length);

            assertThatThrownBy(() -> decode(example.from(), cut))
                    .as("%s bytes of %s", length, example)
                    .isInstanceOf(ProtocolException.class);
        }
    }

    @ParameterizedTest
    @MethodSource(EXAMPLES)
    void byteAfterTheEndIsRefusedUnlessTheLastFieldHasNoFixedLength(GoldenFrame example) throws ProtocolException {
        var bytes = example.bytes();
        var longer = ByteBuffer.allocate(bytes.remaining() + 1)
                .put(bytes)
                .put((byte) 'x')
                .flip();

        if (example.variable()) {
            assertThat(decode(example.from(), longer)).isNotEqualTo(example.toFrame());
        } else {
            assertThatThrownBy(() -> decode(example.from(), longer)).isInstanceOf(ProtocolException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.slipway.terminal.wire.GoldenFrame#refused")
    void messageThatIsNoFrameIsRefused(Refused message) {
        var refusal = catchThrowableOfType(ProtocolException.class, () -> decode(message.from(), message.bytes()));

        assertThat(refusal).isNotNull();
        if (message.from().equals("browser")) {
            assertThat(GoldenFrame.nameOf(refusal.reason())).isEqualTo(message.reason());
        }
    }

    @Test
    void everyFrameHasAnExample() {
        var types = Stream.of(FromClient.class, FromServer.class)
                .flatMap(side -> Stream.of(side.getPermittedSubclasses()))
                .map(Class::getSimpleName);

        assertThat(GoldenFrame.all().stream()
                        .map(example -> example.toFrame().getClass().getSimpleName())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(types.toList());
    }

    @Test
    void everyReasonAndRoleHasAnExample() {
        var frames = GoldenFrame.all().stream().map(GoldenFrame::toFrame).toList();

        assertThat(frames.stream().filter(Closed.class::isInstance).map(frame -> ((Closed) frame).reason()))
                .containsExactlyInAnyOrder(TerminalError.values());
        assertThat(frames.stream().filter(RoleIs.class::isInstance).map(frame -> ((RoleIs) frame).role()))
                .containsExactlyInAnyOrder(Frame.Role.values());
    }

    private static Frame decode(String from, ByteBuffer bytes) throws ProtocolException {
        return from.equals("browser") ? FrameCodec.decodeFromClient(bytes) : FrameCodec.decodeFromServer(bytes);
    }
}
