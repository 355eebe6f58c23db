package dev.slipway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Random terminal output from all kinds of texts and control sequences that change a terminal. */
final class RandomOutput {
    private static final List<String> TEXTS = List.of(
            "a",
            "word ",
            "The quick brown fox jumps over the lazy dog. ",
            "0123456789012345678901234567890123456789",
            "界面",
            "e\u0301",
            "\uD83D\uDE00",
            "\u00e4\u00f6",
            "\u001b(0lqqk\u001b(B",
            "x\u0008y");

    private static final List<String> SEQUENCES = List.of(
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\b",
            "\u001b7",
            "\u001b8",
            "\u001bD",
            "\u001bM",
            "\u001bE",
            "\u001bH",
            "\u001b[?25l",
            "\u001b[?25h",
            "\u001b[?1049h",
            "\u001b[?1049l",
            "\u001b[?47h",
            "\u001b[?47l",
            "\u001b[?2004h",
            "\u001b[?2004l",
            "\u001b[?1003h",
            "\u001b[?1003l",
            "\u001b[?1006h",
            "\u001b[?1h",
            "\u001b[?1l",
            "\u001b[?6h",
            "\u001b[?6l",
            "\u001b[?7l",
            "\u001b[?7h",
            "\u001b[4h",
            "\u001b[4l",
            "\u001b=",
            "\u001b>",
            "\u001b[?1004h",
            "\u001b[3g",
            "\u001b[g",
            "\u001b[0J",
            "\u001b[1J",
            "\u001b[2J",
            "\u001b[K",
            "\u001b[1K",
            "\u001b[2K",
            "\u001b[m",
            "\u001b[1;31m",
            "\u001b[44m",
            "\u001b[7m",
            "\u001b[38;5;200m",
            "\u001b[48;2;10;20;30m",
            "\u001b[4:3m",
            "\u001b[22;24;27m",
            "\u001b[39;49m",
            "\u001b[3;9;53m",
            "\u001b]2;a title\u0007",
            "\u001b]0;other\u001b\\",
            "\u001b[5 q",
            "\u001b[!p",
            "\u001b[1\"q",
            "\u001b[0\"q",
            "\u001b[?J",
            "\u001b[?K",
            "\u001bP1$x\u001b\\",
            "\u001b_apc\u001b\\",
            "\u001b#8",
            "\u001b[b",
            "\u001b[3b");

    private static final String WITH_NUMBER = "ABCDEFGILMPSTXZ@`ade";

    private final Random random;

    RandomOutput(long seed) {
        random = new Random(seed);
    }

    byte[] bytes(int pieces) {
        var out = new ByteArrayOutputStream();
        for (var i = 0; i < pieces; i++) {
            out.writeBytes(piece().getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private String piece() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> TEXTS.get(random.nextInt(TEXTS.size()));
            case 4, 5, 6 -> SEQUENCES.get(random.nextInt(SEQUENCES.size()));
            case 7 -> "\u001b[" + (1 + random.nextInt(14)) + ";" + (1 + random.nextInt(44)) + "H";
            case 8 -> "\u001b[" + random.nextInt(12) + WITH_NUMBER.charAt(random.nextInt(WITH_NUMBER.length()));
            default -> rarely();
        };
    }

    private String rarely() {
        return switch (random.nextInt(12)) {
            case 0 -> "\u001b[" + (1 + random.nextInt(6)) + ";" + (5 + random.nextInt(8)) + "r";
            case 1 -> "\u001b[r";
            case 2 -> random.nextInt(4) == 0 ? "\u001bc" : "";
            case 3 -> "\u001b[" + random.nextInt(4) + " @";
            case 4 -> "\u001b[" + random.nextInt(4) + "'}";
            default -> "line " + random.nextInt(1000) + "\r\n";
        };
    }
}
