package dev.slipway.check.gather;

import dev.slipway.engine.json.MemoryBudget;
import java.time.Duration;

/** What looking at one node may take in one wave: time, which all nodes share, and memory of its own. */
record Allowance(TimeBudget time, MemoryBudget.Share memory) {

    boolean isSpent() {
        return time.isSpent();
    }

    /** What the next request may take. */
    Duration next() {
        return time.next();
    }
}
