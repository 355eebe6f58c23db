package dev.slipway.sandbox.lifecycle;

import dev.slipway.shared.SandboxId;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Generates ids of sandboxes: 40 bits, enough to tell thousands apart, but not a secret. */
@Component
final class SandboxIds {
    /** Without 0, 1, l and o, which are easily misread. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 8;
    private final RandomGenerator random;

    SandboxIds(RandomGenerator random) {
        this.random = random;
    }

    SandboxId next() {
        var id = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new SandboxId(id.toString());
    }
}
