package dev.slipway.bench;

import com.microsoft.playwright.Page;

/**
 * Measures the time from the end of a command, as the terminal shows it, to the green tick. The browser's clock gives
 * both times. Each run uses a new attempt, because a passed task stays passed.
 */
final class CheckBenchmark implements Benchmark {
    private static final String LAB = "publish-a-port";
    /** The command contains the marker in two parts, so that the echo of the typed command line does not contain it. */
    private static final String COMMAND = "docker run -d -p 8080:80 httpd; echo fini\"\"shed";

    private static final String OBSERVE = """
            () => {
              const times = (window.slipwayBench = {});
              const terminal = document.querySelector('slipway-terminal');
              const card = document.querySelector('#task-publish');
              const look = () => {
                if (!times.done && terminal.screenText().includes('finished')) times.done = performance.now();
                if (!times.green && card.getAttribute('state') === 'passed') times.green = performance.now();
                if (!times.done || !times.green) setTimeout(look, 10);
              };
              look();
            }""";

    @Override
    public Report run(Platform platform) {
        var samples = new Samples();
        platform.endAll();
        for (var run = Benchmark.runs(12); run > 0; run--) {
            samples.add(measure(platform));
            platform.endAll();
        }
        return new Report("check: command done to green tick in the browser")
                .row("done to green", samples, new Report.Budget(null, 300.0, null));
    }

    private static double measure(Platform platform) {
        var page = platform.signedIn();
        page.locator("#lab-" + LAB).locator("vaadin-button").click();
        await(page, "() => (document.querySelector('slipway-terminal')?.screenText?.() ?? '').includes('node1')");
        page.evaluate(OBSERVE);
        page.locator("slipway-terminal textarea").first().focus();
        page.keyboard().type(COMMAND);
        page.keyboard().press("Enter");
        await(page, "() => window.slipwayBench.done && window.slipwayBench.green");
        var waited = (Number) page.evaluate("() => Math.max(0, window.slipwayBench.green - window.slipwayBench.done)");
        page.context().close();
        return waited.doubleValue();
    }

    private static void await(Page page, String condition) {
        page.waitForFunction(
                condition,
                null,
                new Page.WaitForFunctionOptions().setTimeout(60_000).setPollingInterval(20));
    }
}
