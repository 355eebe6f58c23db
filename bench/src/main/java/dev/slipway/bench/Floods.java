package dev.slipway.bench;

import dev.slipway.bench.SlipwayLine.Pace;
import dev.slipway.bench.SlipwayLine.Place;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Floods in other nodes of the same platform, which create load during a measurement. They are read as fast as
 * possible.
 */
final class Floods implements Closeable {
    private static final List<String> LABS = List.of("publish-a-port", "container-lifecycle");
    private static final int IN_EACH_NODE = 5;

    private final Platform platform;
    private final List<Platform.Attempt> attempts;
    private final List<Flood> running = new ArrayList<>();

    /** Starts the machines, but does not start a flood. */
    Floods(Platform platform) {
        this.platform = platform;
        this.attempts = LABS.stream().map(platform::start).toList();
    }

    /** Starts one more flood. */
    void one() throws IOException {
        var attempt = attempts.get(running.size() / IN_EACH_NODE);
        var place = new Place(attempt.id(), attempt.node(), running.size() % IN_EACH_NODE + 1);
        running.add(Flood.start(new SlipwayLine(platform, place, Pace.FAST)));
    }

    /** Starts the floods that are not running yet. Returns the number of all floods. */
    int all() throws IOException {
        while (running.size() < IN_EACH_NODE * attempts.size()) {
            one();
        }
        return running.size();
    }

    /** Returns the bytes received by all floods together. */
    long bytes() {
        return running.stream().mapToLong(Flood::bytes).sum();
    }

    @Override
    public void close() throws IOException {
        for (var flood : running) {
            flood.close();
        }
        running.clear();
    }
}
