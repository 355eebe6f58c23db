package dev.slipway.bench;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the time from a click on Start to the shell's prompt in the browser, without a warm-up, and the time of each
 * stage. The lab has no setup script, because the time of a script would depend on the lab's author.
 */
final class StartBenchmark implements Benchmark {
    private static final String LAB = "commit-a-container";
    private static final List<String> STAGES = List.of("network", "nodes", "engines", "files", "setup", "ready");
    private static final String PROMPT =
            "() => (document.querySelector('slipway-terminal')?.screenText?.() ?? '').includes('node1')";

    @Override
    public Report run(Platform platform) {
        var total = new Samples();
        Map<String, Samples> stages = new LinkedHashMap<>();
        platform.endAll();
        for (var run = Benchmark.runs(12); run > 0; run--) {
            measure(platform, total, stages);
            platform.endAll();
        }
        var report = new Report("start: click to prompt, cold")
                .row("click to prompt", total, new Report.Budget(1500.0, 2500.0, null));
        stages.forEach((stage, samples) -> report.row("  until " + stage, samples, Report.Budget.NONE));
        return report;
    }

    private static void measure(Platform platform, Samples total, Map<String, Samples> stages) {
        var page = platform.signedIn();
        var watch = StageWatch.of(platform, LAB);
        var clicked = System.nanoTime();
        page.locator("#lab-" + LAB).locator("vaadin-button").click();
        page.waitForFunction(
                PROMPT,
                null,
                new Page.WaitForFunctionOptions().setTimeout(60_000).setPollingInterval(10));
        var prompt = System.nanoTime();
        total.add(millis(clicked, prompt));
        note(clicked, prompt, reached(watch), stages);
        page.context().close();
    }

    private static void note(long clicked, long prompt, Map<String, Long> reached, Map<String, Samples> stages) {
        for (var stage : STAGES) {
            var at = reached.get(stage);
            // A stage that began and ended between two polls was not observed, so it gets no row.
            if (at != null) {
                stages.computeIfAbsent(stage, name -> new Samples()).add(millis(clicked, at));
            }
        }
        stages.computeIfAbsent("prompt, after ready", name -> new Samples())
                .add(millis(reached.getOrDefault("ready", prompt), prompt));
    }

    private static Map<String, Long> reached(StageWatch watch) {
        try {
            return watch.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}
