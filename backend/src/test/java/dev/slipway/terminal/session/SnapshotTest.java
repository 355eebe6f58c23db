package dev.slipway.terminal.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Sight;
import dev.slipway.terminal.wire.Frame.Snapshot;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tests of what a viewer receives when the session no longer stores all output. */
class SnapshotTest extends SessionsTesting {
    private static final int MUCH = 700 * 1024;
    private static final String EDITOR = "\u001b[?1049h\u001b[?2004h\u001b[?25l\u001b]2;notes\u0007";

    @Test
    void newcomerGetsTheStateBeforeTheOldestByteAndTheRest() {
        var first = browser(1).withSnapshots().connect();
        await().until(() -> nodes.opened().size() == 1);
        printAndFill(EDITOR);
        await().until(() -> first.offset() == EDITOR.length() + MUCH);

        var late = browser(2).withSnapshots().connect();

        await().until(() -> late.offset() == first.offset());
        assertThat(late.news(Snapshot.class)).singleElement().satisfies(snapshot -> {
            assertThat(text(snapshot)).contains("\u001b[?47h", "\u001b[?2004h", "\u001b[?25l", "\u001b]2;notes\u0007");
            assertThat(snapshot.offset()).isEqualTo(first.offset() - 512 * 1024);
        });
        assertThat(late.problems()).isEmpty();
        assertThat(late.news(Gap.class)).isEmpty();
    }

    @Test
    void hiddenViewerIsSkippedToOneSnapshotWhenItIsSeenAgain() throws Exception {
        var browser = browser(1).hidden().withoutReading().connect();
        await().until(() -> nodes.opened().size() == 1);
        printAndFill(EDITOR);
        printAndFill("\u001b[1;1H");
        await().until(() -> nodes.shell().printedAndRead() == 2L * MUCH + EDITOR.length() + 6);

        browser.readAgain();
        browser.viewer().receive(new Sight(true));

        await().until(() -> browser.offset() == 2L * MUCH + EDITOR.length() + 6);
        assertThat(browser.news(Snapshot.class)).hasSize(1);
        assertThat(text(browser.news(Snapshot.class).getFirst())).contains("\u001b[?47h");
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void sessionThatNobodyLooksAtKeepsItsStateInLittleMemory() {
        var first = browser(1).withSnapshots().connect();
        await().until(() -> nodes.opened().size() == 1);
        printAndFill(EDITOR);
        await().until(() -> first.offset() == EDITOR.length() + MUCH);
        first.drop();

        tickAfter(Duration.ofMinutes(11));
        var late = browser(2).withSnapshots().connect();

        await().until(() -> late.offset() == EDITOR.length() + MUCH);
        assertThat(late.news(Snapshot.class)).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.offset()).isEqualTo(EDITOR.length() + MUCH - 32 * 1024);
            assertThat(text(snapshot)).contains("\u001b[?47h");
        });
    }

    private void printAndFill(String start) {
        nodes.shell().print(start);
        nodes.shell().print("x".repeat(MUCH));
    }

    private static String text(Snapshot snapshot) {
        return UTF_8.decode(snapshot.bytes().duplicate()).toString();
    }
}
