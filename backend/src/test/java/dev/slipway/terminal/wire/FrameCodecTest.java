package dev.slipway.terminal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.wire.Frame.Ack;
import dev.slipway.terminal.wire.Frame.Alive;
import dev.slipway.terminal.wire.Frame.Cleared;
import dev.slipway.terminal.wire.Frame.Closed;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.FromClient;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Hello;
import dev.slipway.terminal.wire.Frame.Input;
import dev.slipway.terminal.wire.Frame.Output;
import dev.slipway.terminal.wire.Frame.Page;
import dev.slipway.terminal.wire.Frame.Position;
import dev.slipway.terminal.wire.Frame.Reset;
import dev.slipway.terminal.wire.Frame.Resize;
import dev.slipway.terminal.wire.Frame.Role;
import dev.slipway.terminal.wire.Frame.RoleIs;
import dev.slipway.terminal.wire.Frame.Sight;
import dev.slipway.terminal.wire.Frame.SizeIs;
import dev.slipway.terminal.wire.Frame.Snapshot;
import dev.slipway.terminal.wire.Frame.Taken;
import dev.slipway.terminal.wire.Frame.Welcome;
import java.nio.ByteBuffer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FrameCodecTest {

    @Property
    void clientFramesSurviveTheWire(@ForAll("clientFrames") FromClient frame) throws ProtocolException {
        assertThat(FrameCodec.decodeFromClient(FrameCodec.encode(frame))).isEqualTo(frame);
    }

    @Property
    void serverFramesSurviveTheWire(@ForAll("serverFrames") FromServer frame) throws ProtocolException {
        assertThat(FrameCodec.decodeFromServer(FrameCodec.encode(frame))).isEqualTo(frame);
    }

    @Property(tries = 5_000)
    void decoderAnswersGarbageOnlyWithProtocolException(@ForAll byte[] garbage) {
        decodeBoth(ByteBuffer.wrap(garbage));
    }

    @Property(tries = 2_000)
    void decoderSurvivesDamagedFrames(
            @ForAll("clientFrames") FromClient frame, @ForAll int where, @ForAll byte what, @ForAll int length) {
        var bytes = FrameCodec.encode(frame);
        bytes.put(Math.floorMod(where, bytes.limit()), what);

        decodeBoth(bytes.slice(0, Math.floorMod(length, bytes.limit() + 1)));
    }

    @Property
    void truncatedFixedFramesAreRefused(@ForAll("fixedClientFrames") FromClient frame) {
        var bytes = FrameCodec.encode(frame);

        assertThatThrownBy(() -> FrameCodec.decodeFromClient(bytes.slice(0, bytes.limit() - 1)))
                .isInstanceOf(ProtocolException.class);
    }

    @Property
    void everyClientFrameCutInItsFixedPartIsRefused(@ForAll("clientFrames") FromClient frame, @ForAll int length) {
        var cut = FrameCodec.encode(frame).slice(0, Math.floorMod(length, fixedPart(frame)));

        assertThatThrownBy(() -> FrameCodec.decodeFromClient(cut)).isInstanceOf(ProtocolException.class);
    }

    private static int fixedPart(FromClient frame) {
        return switch (frame) {
            case Hello hello -> hello.page().snapshots() ? 31 : 30;
            case Input _, Ack _ -> 9;
            case Resize _ -> 5;
            case Sight _ -> 2;
            case Reset _ -> 1;
        };
    }

    @Example
    void largestMessageCostsNoMoreThanItself() throws ProtocolException {
        var largest = new Input(Frame.MAX_OFFSET, ByteBuffer.allocate(32 * 1024 - 9));

        var decoded = (Input) FrameCodec.decodeFromClient(FrameCodec.encode(largest));

        assertThat(decoded.bytes().capacity()).isEqualTo(32 * 1024 - 9);
    }

    @Provide
    Arbitrary<FromClient> clientFrames() {
        return Arbitraries.oneOf(
                hellos(), Combinators.combine(offsets(), bytes()).as(Input::new), fixedClientFrames());
    }

    @Provide
    Arbitrary<FromClient> fixedClientFrames() {
        return Arbitraries.oneOf(
                sizes().map(Resize::new),
                offsets().map(Ack::new),
                Arbitraries.of(true, false).map(Sight::new),
                Arbitraries.just(new Reset()));
    }

    @Provide
    Arbitrary<FromServer> serverFrames() {
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.longs(), offsets(), offsets(), offsets(), Arbitraries.of(Role.class))
                        .as(Welcome::new),
                Combinators.combine(offsets(), bytes()).as(Output::new),
                Combinators.combine(offsets(), offsets()).as(Gap::new),
                Arbitraries.integers().map(Exit::new),
                Combinators.combine(Arbitraries.of(TerminalError.class), texts())
                        .as(Closed::new),
                Arbitraries.of(Role.class).map(RoleIs::new),
                sizes().map(SizeIs::new),
                offsets().map(Taken::new),
                Combinators.combine(offsets(), sizes(), bytes()).as(Snapshot::new),
                Arbitraries.just(new Cleared()),
                Arbitraries.just(new Alive()));
    }

    private static Arbitrary<Hello> hellos() {
        var positions = Combinators.combine(Arbitraries.longs(), offsets())
                .as(Position::new)
                .optional();
        var tickets = Arbitraries.strings().ascii().ofMaxLength(60);
        var pages = Arbitraries.of(new Page(true, false), new Page(true, true), new Page(false, true));
        return Combinators.combine(tickets, Arbitraries.longs(), positions, sizes(), pages)
                .as(Hello::new);
    }

    private static Arbitrary<Long> offsets() {
        return Arbitraries.longs().between(0, Frame.MAX_OFFSET);
    }

    private static Arbitrary<ByteBuffer> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(ByteBuffer::wrap);
    }

    private static Arbitrary<TerminalSize> sizes() {
        var cells = Arbitraries.integers().between(1, 1000);
        return Combinators.combine(cells, cells).as(TerminalSize::new);
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aé界 .").ofMaxLength(80);
    }

    private static void decodeBoth(ByteBuffer bytes) {
        try {
            assertThat(FrameCodec.decodeFromClient(bytes)).isNotNull();
        } catch (ProtocolException expected) {
            assertThat(expected.reason()).isNotNull();
        }
        try {
            assertThat(FrameCodec.decodeFromServer(bytes)).isNotNull();
        } catch (ProtocolException expected) {
            assertThat(expected.reason()).isNotNull();
        }
    }
}
