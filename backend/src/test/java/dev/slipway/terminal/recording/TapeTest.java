package dev.slipway.terminal.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.sandbox.TerminalSize;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final long AT = 0;

    private final Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private final Tape tape = new Tape(Studio.TERMINAL, Studio.SIZE, clock, () -> {});

    @Test
    void sizesWithoutOutputBetweenThemDoNotFillTheQueue() {
        var output = "prompt".getBytes(UTF_8);
        tape.output(output, output.length);

        for (var columns = 1; columns <= 1000; columns++) {
            tape.resized(new TerminalSize(columns, 24));
        }

        assertThat(tape.take())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(new TapeEvent.Resized(AT, Studio.SIZE)),
                        second -> assertThat(second).isInstanceOf(TapeEvent.Output.class),
                        third -> assertThat(third).isEqualTo(new TapeEvent.Resized(AT, new TerminalSize(1000, 24))));
    }
}
