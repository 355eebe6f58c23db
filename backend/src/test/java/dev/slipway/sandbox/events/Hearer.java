package dev.slipway.sandbox.events;

import dev.slipway.sandbox.NodeEvent;
import dev.slipway.sandbox.NodeEvents.Follower;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Follower that records its calls: the actions of events, {@code opened}, {@code broken} and {@code away}. */
public final class Hearer implements Follower {
    private final Optional<Instant> since;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Hearer(Optional<Instant> since) {
        this.since = since;
    }

    public static Hearer ofWhatComes() {
        return new Hearer(Optional.empty());
    }

    static Hearer since(Instant since) {
        return new Hearer(Optional.of(since));
    }

    public List<String> heard() {
        return heard;
    }

    @Override
    public Optional<Instant> since() {
        return since;
    }

    @Override
    public void event(NodeEvent event) {
        heard.add(event.action());
    }

    @Override
    public void opened(Optional<Instant> brokenSince) {
        heard.add(brokenSince.isPresent() ? "broken" : "opened");
    }

    @Override
    public void away() {
        heard.add("away");
    }
}
