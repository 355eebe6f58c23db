package dev.slipway.bench;

import java.util.ArrayList;
import java.util.List;

/** Measured values of one kind, usually times in milliseconds. Not thread-safe. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double millis) {
        values.add(millis);
    }

    int count() {
        return values.size();
    }

    /**
     * Returns the value below which this share of the values lies, by the nearest-rank method.
     *
     * @param share greater than 0, at most 1
     */
    double percentile(double share) {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
