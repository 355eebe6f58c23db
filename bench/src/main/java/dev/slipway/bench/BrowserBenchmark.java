package dev.slipway.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures the terminal in Chromium, from a key press to the painted glyph: without other load, during floods in other
 * nodes' terminals, and beside a flood in the next pane, which the same browser has to draw.
 */
final class BrowserBenchmark {
    private static final String LAB = "commit-a-container";
    private static final String FLOOD = "yes 'the quick brown fo'";
    private static final int KEYS = 60;

    private final Platform platform;
    private final Page page;
    private final Report report = new Report("browser: key to painted glyph in Chromium");

    private BrowserBenchmark(Platform platform) {
        this.platform = platform;
        this.page = platform.signedIn();
    }

    /** Runs the benchmark on its own machines and ends them afterwards. */
    static Report run(Platform platform) {
        platform.endAll();
        try {
            return new BrowserBenchmark(platform).all();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            platform.endAll();
        }
    }

    private Report all() throws IOException {
        var attempt = platform.start(LAB);
        page.navigate(platform.url() + "/attempts/" + attempt.id());
        var first = terminal(attempt.node(), 1);
        var rivals = Rival.installed(BenchmarkEnvironment.engine(), attempt.container());
        var others = new Floods(platform);
        try (others) {
            var terminals = new LinkedHashMap<String, Glyphs>();
            terminals.put(Contest.OURS, new Glyphs(page, first));
            for (var rival : rivals) {
                terminals.put(rival.name(), open(rival));
            }
            byTurns(terminals, 1);
            Contest.reportEcho(report, "idle", byTurns(terminals, Benchmark.runs(3)), null);
            var floods = others.all();
            Contest.reportEcho(report, floods + " floods elsewhere", byTurns(terminals, Benchmark.runs(3)), null);
        } finally {
            rivals.forEach(Rival::close);
        }
        besideFlood(attempt.node());
        page.context().close();
        return report;
    }

    private static Map<String, Samples> byTurns(Map<String, Glyphs> terminals, int rounds) {
        var times = new LinkedHashMap<String, Samples>();
        for (var round = 0; round < rounds; round++) {
            terminals.forEach((name, glyphs) -> glyphs.measure(KEYS, times.computeIfAbsent(name, _ -> new Samples())));
        }
        return times;
    }

    private Glyphs open(Rival rival) {
        var others = platform.newPage();
        others.navigate(rival.url());
        return new Glyphs(others, others.locator("body"));
    }

    private void besideFlood(String node) {
        choose("New tab", "New terminal on " + node);
        var second = new Glyphs(page, terminal(node, 2));
        choose("Arrange tabs", "Two panes side by side");
        second.types(FLOOD);
        var samples = new Samples();
        var first = new Glyphs(page, terminal(node, 1));
        for (var round = 0; round < Benchmark.runs(3); round++) {
            first.measure(KEYS, samples);
        }
        second.press("Control+c");
        report.row("a flood in the next pane, " + Contest.OURS, samples, Report.Budget.NONE);
    }

    private Locator terminal(String node, int number) {
        return page.locator(".terminal-screen[tab='terminal-" + node + "-" + number + "']");
    }

    private void choose(String menu, String entry) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(menu))
                .locator("visible=true")
                .first()
                .click();
        page.locator("[role=menu]:not([hidden]) button")
                .filter(new Locator.FilterOptions().setHasText(entry))
                .click();
    }
}
