package dev.slipway.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests that a lab's terminal is recorded and that its learner can replay the recording. */
class RecordingE2eIT extends E2e {
    private static final String SECRET = "Plimsoll-Line-8841";
    private static final Pattern CHUNKS = Pattern.compile("/VAADIN/build/.*\\.js");

    @Test
    void aSessionIsReplayedWithItsChaptersAndWithoutWhatWasTypedUnseen() throws IOException, InterruptedException {
        var lab = learner().signsIn().opens("publish-a-port");
        lab.types("echo recorded-$((20+22))").seesInTerminal("recorded-42");
        page().setViewportSize(1200, 800);
        lab.types("read -s -p \"$(echo Pass)word? \" secret; echo; echo length ${#secret}")
                .seesInTerminal("Password? ");
        lab.types(SECRET).seesInTerminal("length " + SECRET.length());
        lab.turnsTo(2).turnsTo(1);
        lab.types("docker run -d -p 8080:80 httpd").seesTask("publish", "passed");
        var attempt = page().url().replaceFirst(".*/", "");
        lab.endsEarly();

        page().getByText("Recordings of your terminals").click();
        assertThat(page().locator(".recordings h1")).hasText("Recordings of “Publish a port”");
        page().navigate(platform().url("attempts"));
        page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Recordings of Publish a port"))
                .first()
                .click();
        var chunks = chunks();
        play();

        assertThat(chapters().filter(containing("page: "))).hasCount(2);
        assertThat(chapters().filter(containing("passed: "))).hasCount(1);
        assertThat(chunks()).as("number of scripts after the player was loaded").isGreaterThan(chunks);
        chapters().filter(containing("passed: ")).click();
        assertThat(screen()).containsText("recorded-42");
        assertThat(screen()).containsText("length " + SECRET.length());
        assertThat(screen()).containsText("docker run -d -p 8080:80 httpd");

        var id = JsonMapper.shared()
                .readTree(get("attempts/" + attempt + "/recordings"))
                .at("/0/id")
                .asString();
        var version3 = get("attempts/" + attempt + "/recordings/" + id);
        assertThat(JsonMapper.shared()
                        .readTree(version3.lines().findFirst().orElseThrow())
                        .at("/version")
                        .asInt())
                .isEqualTo(3);
        assertThat(events(version3))
                .extracting(event -> event.get(1).asString())
                .contains("o", "m", "r")
                .doesNotContain("i");
        assertThat(text(version3)).contains("recorded-42", "length " + SECRET.length());
        var version2 = get("attempts/" + attempt + "/recordings/" + id + "?format=v2");
        assertThat(text(version2)).isEqualTo(text(version3));
        assertThat(events(version2))
                .extracting(event -> event.get(0).asDouble())
                .isSorted();
        assertThat(version3).doesNotContain(SECRET);
        platform().data().ifPresent(RecordingE2eIT::assertNoFileHasTheSecret);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theReplayHasNoFaultsAndObeysTheKeyboard(ColorScheme scheme) {
        open(scheme, 1440, 900);
        var lab = learner().signsIn().opens("publish-a-port");
        lab.types("echo one-$((40+1))").seesInTerminal("one-41");
        lab.turnsTo(2).turnsTo(3);
        lab.types("echo keys-$((40+2))").seesInTerminal("keys-42");
        lab.endsEarly();
        page().getByText("Recordings of your terminals").click();
        play();
        assertThat(chapters()).hasCount(2);

        chapters().last().focus();
        page().keyboard().press("Enter");

        assertThat(chapters().last()).hasAttribute("aria-current", "true");
        assertThat(screen()).containsText("one-41");
        var faults = new AxeBuilder(page())
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .exclude(".ap-player")
                .analyze();
        assertThat(faults.getViolations())
                .extracting(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    @Test
    void theReplayFollowsEachChangeOfTheTerminalsSize() {
        page().setViewportSize(1000, 700);
        var lab = learner().signsIn().opens("publish-a-port");
        lab.types("echo small-$((40+1))").seesInTerminal("small-41");
        page().setViewportSize(1700, 1000);
        lab.types("until [ $(tput cols) -gt 80 ]; do sleep 0.1; done; printf 'wide%0*d\\n' $(($(tput cols) - 4)) 7")
                .seesInTerminal("0007");
        var cols =
                (Integer) page().evaluate("() => document.querySelector('slipway-terminal').parts.screen.xterm.cols");
        lab.endsEarly();
        page().getByText("Recordings of your terminals").click();
        play();

        // The browser loads the player on demand.
        page().waitForFunction("() => document.querySelector('slipway-player')?.player");
        page().evaluate("async () => { await document.querySelector('slipway-player').player.seek('100%'); }");

        assertThat(screen()).containsText("wide" + "0".repeat(cols - 5) + "7");
    }

    private void play() {
        page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Play the recording")))
                .first()
                .click();
    }

    private Locator chapters() {
        return page().locator("slipway-player .player-chapters button");
    }

    private Locator screen() {
        return page().locator("slipway-player .ap-term-text");
    }

    private static Locator.FilterOptions containing(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    /** Returns the number of scripts that the page has loaded. */
    private int chunks() {
        var names = (List<?>) page().evaluate("performance.getEntriesByType('resource').map(entry => entry.name)");
        return (int) names.stream()
                .filter(name -> CHUNKS.matcher(name.toString()).find())
                .count();
    }

    private String get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(platform().url("api/v1/" + path)))
                    .header(
                            "Authorization",
                            "Bearer " + platform().account("learner").token())
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    /** Returns the events of a recording. Fails if a line is not JSON. */
    private static List<JsonNode> events(String cast) {
        return cast.lines()
                .skip(1)
                .filter(line -> !line.startsWith("#"))
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }

    private static String text(String cast) {
        return String.join(
                "",
                events(cast).stream()
                        .filter(event -> event.get(1).asString().equals("o"))
                        .map(event -> event.get(2).asString())
                        .toList());
    }

    private static void assertNoFileHasTheSecret(Path data) {
        var recordings = data.resolve("recordings");
        await().untilAsserted(() -> assertThat(casts(recordings)).isNotEmpty());
        assertThat(casts(recordings)).noneMatch(content -> content.contains(SECRET));
    }

    private static List<String> casts(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(RecordingE2eIT::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
