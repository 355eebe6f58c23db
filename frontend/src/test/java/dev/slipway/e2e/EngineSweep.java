package dev.slipway.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Removes all objects that a test's platform has left on the engine. A failed test may leave many. */
final class EngineSweep {
    private static final String SOCKET = System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock");

    private EngineSweep() {}

    static void remove(String instance) {
        var filter = "label=dev.slipway.instance=" + instance;
        sweep(List.of("ps", "-aq", "--filter", filter), List.of("rm", "-fv"));
        sweep(List.of("network", "ls", "-q", "--filter", filter), List.of("network", "rm"));
        sweep(List.of("volume", "ls", "-q", "--filter", filter), List.of("volume", "rm", "-f"));
    }

    private static void sweep(List<String> list, List<String> remove) {
        var found = docker(list).lines().toList();
        if (!found.isEmpty()) {
            var command = new ArrayList<>(remove);
            command.addAll(found);
            docker(command);
        }
    }

    private static String docker(List<String> arguments) {
        var command = new ArrayList<>(List.of("docker", "-H", SOCKET));
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(false).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
