package dev.slipway.terminal.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.sandbox.TerminalSize;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tests of the state that output produces. {@code SnapshotE2eIT} compares it with that of real xterm.js. */
class ScreenTrackerTest {
    private static final Logger log = LoggerFactory.getLogger(ScreenTrackerTest.class);
    private static final TerminalSize SIZE = new TerminalSize(40, 12);

    private static final String[] PIECES = {
        "text ",
        "\r\n",
        "\u001b[2J",
        "\u001b[5;7H",
        "\u001b[31;1m",
        "\u001b[m",
        "界",
        "e\u0301",
        "\u001b[?1049h",
        "\u001b[?1049l",
        "\u001b7",
        "\u001b8",
        "\u001b[3;9r",
        "\u001b[K",
        "\u001b[4h",
        "\u001b[4l",
        "\u001b[?6h",
        "\u001b[?6l",
        "\u001b[?7l",
        "\u001b[?7h",
        "0123456789".repeat(5),
        "\u001b]2;t\u0007",
        "\u001b[2L",
        "\u001bM",
        "\u001b(0qx\u001b(B",
        "\u001b[44m",
        "\u001b[3P",
        "\u001b[2@",
        "\t"
    };

    @Property(tries = 2_000)
    void snapshotAndRestLeadWhereAllOfItLeads(@ForAll long seed) {
        var random = new Random(seed);
        var all = random.ints(60, 0, PIECES.length)
                .mapToObj(piece -> PIECES[piece])
                .reduce("", String::concat)
                .getBytes(UTF_8);
        var cut = random.nextInt(all.length + 1);
        var first = fed(Arrays.copyOf(all, cut));

        var resumed = fed(first.snapshot());
        resumed.feed(all, cut, all.length);

        assertThat(resumed.text()).isEqualTo(fed(all).text());
        assertThat(settled(resumed)).isEqualTo(settled(fed(all)));
    }

    /**
     * A snapshot in which empty cells are spaces. Output cannot leave an empty cell before a waiting cursor, so that a
     * snapshot has a space there, which looks the same.
     */
    private static String settled(ScreenTracker tracker) {
        fill(tracker.screen.normal());
        fill(tracker.screen.alternate());
        return new String(tracker.snapshot(), UTF_8);
    }

    private static void fill(Grid grid) {
        for (var y = 0; y < grid.height(); y++) {
            for (var x = 0; x < grid.columns(); x++) {
                if (grid.row(y).seen(x) == ScreenRow.EMPTY) {
                    grid.row(y).set(x, ' ', grid.row(y).pen(x), grid.columns());
                }
            }
        }
    }

    @Property(tries = 500)
    void anyBytesAtAllAreFollowed(@ForAll byte[] garbage, @ForAll byte[] more) {
        var tracker = fed(garbage);
        tracker.resize(new TerminalSize(2, 1));
        tracker.feed(more, 0, more.length);
        tracker.resize(new TerminalSize(100, 50));
        tracker.feed(garbage, 0, garbage.length);

        assertThat(tracker.snapshot()).isNotNull();
    }

    /** A program that fills the erased cell later does not wrap again, so that only the mark tells. */
    @Example
    void rowKeepsItsMarkOfAWrapWhenACellBesideTheWrapIsErased() {
        var wraps = "0".repeat(40) + "1";

        assertThat(wrapsAfterSnapshot(wraps, 1)).isTrue();
        assertThat(wrapsAfterSnapshot(wraps + "\u001b[1;40H\u001b[X", 1)).isTrue();
        assertThat(wrapsAfterSnapshot(wraps + "\u001b[2;1H\u001b[44m\u001b[X", 1))
                .isTrue();
        assertThat(wrapsAfterSnapshot("0".repeat(40) + "\u001b[2;1H1", 1)).isFalse();
    }

    @Example
    void firstRowKeepsItsMarkOfAWrapWhenTheRowAboveHasLeftTheScreen() {
        assertThat(wrapsAfterSnapshot("0".repeat(40) + "1\u001b[12;1H\n", 0)).isTrue();
    }

    private static boolean wrapsAfterSnapshot(String output, int row) {
        var tracker = fed(output.getBytes(UTF_8));
        var resumed = fed(tracker.snapshot());
        assertThat(settled(resumed)).isEqualTo(settled(tracker));
        return resumed.screen.normal().row(row).isWrapped();
    }

    /** As in xterm.js: what is inserted between the halves of a wide character leaves the second half alone. */
    @Example
    void halfOfAWideCharacterMovesNothingBesideIt() {
        var tracker = fed("a界b\u001b[1;3H\u001b[@".getBytes(UTF_8));

        assertThat(fed(tracker.snapshot()).text()).isEqualTo("a   b");
    }

    @Example
    void hugeNumbersAndEndlessSequencesCostNothing() {
        var tracker = fed("\u001b[2147483647S\u001b[99999999999L\u001b[2147483647Ca\u001b[2147483647b\u001b[999999I"
                .getBytes(UTF_8));
        var endless = "x".repeat(1024 * 1024).getBytes(UTF_8);

        tracker.feed("\u001b]2;".getBytes(UTF_8), 0, 4);
        tracker.feed(endless, 0, endless.length);

        assertThat(tracker.snapshot().length).isLessThan(64 * 1024);
    }

    @Example
    void screenBehindTheAlternateOneIsKept() {
        var tracker = fed("shell$ vim\r\n\u001b[?1049h\u001b[2Jediting".getBytes(UTF_8));

        var resumed = fed(tracker.snapshot());
        var quit = "\u001b[?1049l".getBytes(UTF_8);
        resumed.feed(quit, 0, quit.length);

        assertThat(resumed.text()).isEqualTo("shell$ vim");
    }

    @Example
    void plainTextIsFollowedAtTwoHundredMegabytesASecond() {
        var line = "drwxr-xr-x 2 root root 4096 Jan  1 00:00 some-directory-with-a-name\r\n";
        var text = line.repeat(32 * 1024 / line.length()).getBytes(UTF_8);
        var tracker = new ScreenTracker(new TerminalSize(120, 40));
        var best = 0.0;
        for (var round = 0; round < 10; round++) {
            var start = System.nanoTime();
            for (var i = 0; i < 300; i++) {
                tracker.feed(text, 0, text.length);
            }
            best = Math.max(best, 300.0 * text.length / (System.nanoTime() - start) * 1000);
        }

        log.info("terminal state followed at {} MB/s", Math.round(best));
        // A tenth of the usual rate, for a machine that runs other programs too.
        assertThat(best).isGreaterThan(20);
    }

    private static ScreenTracker fed(byte[] bytes) {
        var tracker = new ScreenTracker(SIZE);
        tracker.feed(bytes, 0, bytes.length);
        return tracker;
    }
}
