package dev.slipway.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Records when a lab's machines reach each stage, according to the API. It polls on its own thread. Only that thread
 * may use the map until the thread has ended.
 */
final class StageWatch {
    /**
     * Interval of the polls. Each poll costs the platform a query: polling every few milliseconds slowed down the start
     * by a seventh.
     */
    private static final int LOOK_EVERY_MILLIS = 40;

    private final Platform platform;
    private final String lab;
    private final Map<String, Long> reached = new LinkedHashMap<>();
    private final Thread thread;

    private StageWatch(Platform platform, String lab) {
        this.platform = platform;
        this.lab = lab;
        this.thread = Thread.ofVirtual().unstarted(this::watch);
    }

    static StageWatch of(Platform platform, String lab) {
        var watch = new StageWatch(platform, lab);
        watch.thread.start();
        return watch;
    }

    /** Waits until the machines are ready. Returns the {@link System#nanoTime} of each stage. */
    Map<String, Long> join() throws InterruptedException {
        thread.join();
        return reached;
    }

    private void watch() {
        while (!reached.containsKey("ready")) {
            for (var attempt : platform.get("/api/v1/attempts")) {
                if (attempt.path("lab").asString().equals(lab)
                        && attempt.path("status").asString().equals("open")) {
                    note(attempt.path("sandbox"));
                }
            }
            Pause.millis(LOOK_EVERY_MILLIS);
        }
    }

    private void note(JsonNode sandbox) {
        var state = sandbox.path("state").asString("requested");
        var stage = state.equals("provisioning") ? sandbox.path("stage").asString() : state;
        if (state.equals("failed")) {
            throw new IllegalStateException(
                    "the machines failed: " + sandbox.path("cause").asString());
        }
        reached.putIfAbsent(stage, System.nanoTime());
    }
}
