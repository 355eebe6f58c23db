package dev.slipway.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberedLinesTest {
    private static final String SHELL = "root@node1:~# seq 99\r\n\u001b[?2004l\r";

    private final NumberedLines lines = new NumberedLines();

    @Test
    void countsLinesThatComeInPieces() {
        take(SHELL + "1\r\n2\r", "\n", "3\r\n1", "0\r\n");

        assertThat(lines.last()).isEqualTo(10);
        assertThat(lines.lost()).isEqualTo(6);
    }

    @Test
    void findsNothingWrongWithASequence() {
        take(SHELL + "1\r\n2\r\n3\r\n");

        assertThat(lines.wrong()).isZero();
        assertThat(lines.last()).isEqualTo(3);
    }

    @Test
    void tellsLinesThatComeAgainOrLateOrBroken() {
        take(SHELL + "1\r\n2\r\n2\r\n1\r\n3x\r\n4\r\n");

        assertThat(lines.doubled()).isEqualTo(2);
        assertThat(lines.damaged()).isEqualTo(1);
        assertThat(lines.lost()).isEqualTo(1);
    }

    private void take(String... pieces) {
        for (var piece : pieces) {
            lines.take(piece.getBytes(US_ASCII));
        }
    }
}
