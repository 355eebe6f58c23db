package dev.slipway.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Measures the platform's heap after a full garbage collection. It uses the JDK's {@code jcmd}, which needs permission
 * to signal the process, because the platform itself has no interface for this measurement.
 */
final class Heap {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private Heap() {}

    /** Returns the number of live bytes; empty if the process is unknown or refuses the request. */
    static Optional<Long> alive() throws IOException, InterruptedException {
        var process = BenchmarkEnvironment.process();
        if (process.isEmpty()) {
            return Optional.empty();
        }
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked = new ProcessBuilder(jcmd, process.get(), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var total = TOTAL.matcher(answer);
        return asked.waitFor() == 0 && total.find() ? Optional.of(Long.parseLong(total.group(1))) : Optional.empty();
    }
}
