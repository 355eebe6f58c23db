package dev.slipway.check.gather;

import dev.slipway.sandbox.json.MemoryBudget;
import java.time.Duration;

/**
 * The limits for observing one node in one wave: the time, which all nodes of the attempt share, and the memory of this
 * node.
 */
record Allowance(TimeBudget time, MemoryBudget.Share memory) {

    boolean isSpent() {
        return time.isSpent();
    }

    /** Returns the timeout of the next request. */
    Duration next() {
        return time.next();
    }
}
