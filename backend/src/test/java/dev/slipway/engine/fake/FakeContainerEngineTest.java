package dev.slipway.engine.fake;

import dev.slipway.engine.ContainerEngine;
import dev.slipway.engine.ContainerEngineContract;
import dev.slipway.engine.ExecSpec;
import dev.slipway.engine.PtySize;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

final class FakeContainerEngineTest extends ContainerEngineContract {
    private final FakeContainerEngine engine = new FakeContainerEngine();

    FakeContainerEngineTest() {
        engine.runProcesses((_, spec) -> process(spec));
    }

    @Override
    protected ContainerEngine engine() {
        return engine;
    }

    @Override
    protected String image() {
        return "node";
    }

    @Override
    protected String storeVolume() {
        return "store";
    }

    /** Returns the processes for the commands that the contract uses. */
    private static FakeProcess process(ExecSpec spec) {
        return switch (String.join(" ", spec.command())) {
            case "true" -> FakeProcess.exiting(0);
            case "cat" -> FakeProcess.echoing();
            case "head -c 5000000 /dev/zero" -> FakeProcess.printing("\0".repeat(5_000_000));
            case "sh -c echo out; echo err >&2; exit 3" -> FakeContainerEngineTest::printBoth;
            case "sh -c echo $GREETING; pwd; id -u" ->
                FakeProcess.printing(spec.environment().get("GREETING") + "\n" + spec.directory() + "\n0\n");
            case "sleep 30" -> FakeContainerEngineTest::sleep;
            case "timeout 3 yes" -> FakeContainerEngineTest::flood;
            case "yes" -> FakeContainerEngineTest::fastFlood;
            case "sh" -> console -> shell(console, spec.terminal().orElseThrow());
            default -> FakeProcess.exiting(127);
        };
    }

    private static int printBoth(FakeProcess.Console console) throws IOException {
        console.print("out\n");
        console.printError("err\n");
        return 3;
    }

    private static int sleep(FakeProcess.Console console) throws InterruptedException {
        console.sizes().take();
        return 0;
    }

    private static int flood(FakeProcess.Console console) throws IOException {
        while (true) {
            console.print("y\n");
        }
    }

    private static int fastFlood(FakeProcess.Console console) throws IOException {
        var lines = "y\n".repeat(8192);
        while (true) {
            console.print(lines);
        }
    }

    private static int shell(FakeProcess.Console console, PtySize start) throws IOException {
        var size = start;
        var lines = new BufferedReader(new InputStreamReader(console.input(), StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("exit ")) {
                return Integer.parseInt(line.substring(5));
            }
            var changed = console.sizes().poll();
            size = changed == null ? size : changed;
            console.print(size.rows() + " " + size.columns() + "\r\n");
        }
        return 0;
    }
}
