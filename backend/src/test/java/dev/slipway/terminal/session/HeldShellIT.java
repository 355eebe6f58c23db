package dev.slipway.terminal.session;

import static dev.slipway.terminal.session.SomeTerminals.anAccount;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.provision.RealNode;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.recording.Unrecorded;
import dev.slipway.terminal.wire.Frame.Exit;
import dev.slipway.terminal.wire.Frame.Gap;
import dev.slipway.terminal.wire.Frame.Welcome;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Shells of a real node that keep running when the platform stops. A second {@link Sessions} represents another run of
 * the platform.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldShellIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AccountId ada = anAccount();
    private RealNode node;
    private Sessions sessions;
    private TerminalKey key = new TerminalKey(new SandboxId("aaaa1111"), new NodeName("node1"), 1);

    @BeforeAll
    void startNode() {
        node = RealNode.started();
        sessions = platform();
    }

    @AfterEach
    void endShells() {
        sessions.close(key);
        await().atMost(PATIENCE).until(() -> node.shells().isEmpty());
        sessions = platform();
    }

    @AfterAll
    void removeNode() {
        node.close();
    }

    @Test
    void nextRunOfThePlatformGoesOnWithTheSameShellAndItsHistory() throws Exception {
        var browser = browser().sized(101, 33).connect();
        type(browser, "word=kept; echo before $$\r");
        awaitScreen(browser, "before \\d+");
        loseThePlatform(browser);

        browser.reconnect();
        type(browser, "echo after $$ $word $(stty size)\r");

        awaitScreen(browser, "after \\d+ kept 33 101");
        assertThat(number(browser, "after (\\d+)")).isEqualTo(number(browser, "before (\\d+)"));
        assertThat(browser.news(Gap.class)).isEmpty();
        assertThat(browser.problems()).isEmpty();
        assertThat(browser.news(Welcome.class).stream().map(Welcome::epoch).distinct())
                .hasSize(1);
    }

    @Test
    void somebodyNewSeesWhatWasWrittenBeforeTheRestart() throws Exception {
        var before = browser().connect();
        type(before, "echo before $((40 + 2))\r");
        awaitScreen(before, "before 42");
        loseThePlatform(before);

        var after = browser().connect();

        awaitScreen(after, "before 42");
    }

    @Test
    void whatTheShellWritesWhileThePlatformIsAwayIsNotLost() throws Exception {
        var browser = browser().connect();
        type(browser, "sleep 1; seq -f 'n%.0f' 2000; echo do''ne\r");
        awaitScreen(browser, "sleep 1");
        loseThePlatform(browser);
        await().atMost(PATIENCE)
                .until(() ->
                        node.run("pgrep -x seq; pgrep -xf 'sleep 1'").output().isBlank());

        browser.reconnect();

        awaitScreen(browser, "\ndone");
        assertNumbered(browser, 2000);
    }

    @Test
    void shellThatNobodyReadsWaitsAndNothingOfItsFloodIsLost() throws Exception {
        var browser = browser().connect();
        type(browser, "sleep 1; seq -f 'n%.0f' 200000; echo do''ne\r");
        awaitScreen(browser, "sleep 1");
        loseThePlatform(browser);
        await().atMost(PATIENCE).until(() -> !node.run("pgrep -x seq").output().isBlank());
        var waiting = node.run("pgrep -x seq").output();

        await().during(Duration.ofMillis(500))
                .until(() -> node.run("pgrep -x seq").output().equals(waiting));
        browser.reconnect();

        awaitScreen(browser, "\ndone");
        assertNumbered(browser, 200_000);
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void stalledReaderHoldsTheFloodAndGetsEachLineOnce() throws Exception {
        var browser = browser().withoutReading().connect();
        await().until(() -> !node.shells().isEmpty());
        sessions.type(key, "seq -f 'n%.0f' 300000; echo do''ne\n");
        await().atMost(PATIENCE).until(() -> !node.run("pgrep -x seq").output().isBlank());
        var stalled = node.run("pgrep -x seq").output();
        await().during(Duration.ofMillis(500))
                .until(() -> node.run("pgrep -x seq").output().equals(stalled));

        browser.readAgain();

        awaitScreen(browser, "\ndone");
        assertNumbered(browser, 300_000);
        assertThat(browser.news(Gap.class)).isEmpty();
    }

    @Test
    void littleComesAfterAnInterruptOfAFloodThatNobodyRead() throws Exception {
        var browser = browser().withoutReading().connect();
        await().until(() -> !node.shells().isEmpty());
        sessions.type(key, "yes\n");
        await().atMost(PATIENCE).until(() -> !node.run("pgrep -x yes").output().isBlank());
        await().during(Duration.ofSeconds(1))
                .until(() -> !node.run("pgrep -x yes").output().isBlank());

        sessions.type(key, "\u0003echo do''ne\n");
        browser.readAgain();

        awaitScreen(browser, "\ndone");
        // The window, the data that the agent may write ahead, and the pipes between. Without the agent, the engine
        // alone would buffer a megabyte.
        assertThat(browser.screen().length).isLessThan(600_000);
    }

    @Test
    void bigPasteThroughEchoNeitherStopsNorLosesAnything() throws Exception {
        var browser = browser().connect();
        type(browser, "stty raw -echo; echo go''; tee /dev/tty | head -c 500000 | md5sum; stty sane\r");
        awaitScreen(browser, "\ngo");

        browser.paste("0123456789".repeat(50_000).getBytes(UTF_8), 128 * 1024);

        awaitScreen(browser, "[0-9a-f]{32}  -");
        assertThat(number(browser, "([0-9a-f]{32})  -")).isEqualTo(md5("0123456789".repeat(50_000)));
    }

    @Test
    void exitStatusArrivesAlsoAfterARestart() throws Exception {
        var browser = browser().connect();
        type(browser, "sleep 1; exit 7\r");
        awaitScreen(browser, "sleep 1");
        loseThePlatform(browser);

        browser.reconnect();

        await().atMost(PATIENCE).until(() -> browser.news(Exit.class).equals(List.of(new Exit(7))));
    }

    @Test
    void closedTerminalLeavesNoProcessBehind() throws Exception {
        var browser = browser().connect();
        type(browser, "trap '' HUP; sleep 1000 & nohup sleep 2000 & vim; echo re''ady\r");
        awaitScreen(browser, "\u001b\\[\\?1049h");
        assertThat(processesOfShells()).anyMatch(process -> process.startsWith("vim"));

        sessions.close(key);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(processesOfShells()).isEmpty());
        await().until(() -> node.run("ls /run/slipway").output().strip().equals("lock"));
    }

    @Test
    void allShellsThatRunAreFoundWithoutAnybodyLooking() throws Exception {
        var browser = browser().connect();
        type(browser, "echo before $((40 + 2))\r");
        awaitScreen(browser, "before 42");
        loseThePlatform(browser);

        assertThat(node.shells()).containsExactly(1);
        sessions.resume(key);
        browser.reconnect();
        type(browser, "echo after $((40 + 3))\r");

        awaitScreen(browser, "after 43");
    }

    private List<String> processesOfShells() {
        return node.run("ps axo args")
                .output()
                .lines()
                .filter(process ->
                        process.matches("(/usr/local/bin/)?(slipway-shell|vim|sleep [12]000|/bin/bash -l).*"))
                .toList();
    }

    /** Simulates a kill of the platform: connections are lost, and the node's shells receive no request to end. */
    private void loseThePlatform(FakeBrowser browser) {
        browser.vanish();
        sessions.endAll(TerminalError.PLATFORM_STOPPING);
        sessions = platform();
        browser.moveTo(sessions);
    }

    private Sessions platform() {
        return new Sessions(node, SomeTerminals.settings(), Clock.systemUTC(), new Unrecorded());
    }

    private FakeBrowser browser() {
        return new FakeBrowser(sessions, ada, key, 1);
    }

    private static void type(FakeBrowser browser, String text) throws Exception {
        browser.type(text.getBytes(UTF_8));
    }

    private static void awaitScreen(FakeBrowser browser, String pattern) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(plain(browser)).containsPattern(pattern));
    }

    private static void assertNumbered(FakeBrowser browser, int count) {
        var numbers = Pattern.compile("\nn(\\d+)\r")
                .matcher(plain(browser))
                .results()
                .mapToInt(line -> Integer.parseInt(line.group(1)))
                .toArray();
        assertThat(numbers).hasSize(count).isSorted().endsWith(count);
    }

    private static String number(FakeBrowser browser, String pattern) {
        var found = Pattern.compile(pattern).matcher(plain(browser));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String md5(String text) throws Exception {
        var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    /** Returns the screen without bash's switches of bracketed paste before and after each command. */
    private static String plain(FakeBrowser browser) {
        return new String(browser.screen(), UTF_8).replaceAll("\u001b\\[\\?2004[hl]\r?", "");
    }
}
