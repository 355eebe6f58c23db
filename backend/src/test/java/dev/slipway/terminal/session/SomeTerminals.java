package dev.slipway.terminal.session;

import dev.slipway.shared.AccountId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.TerminalProperties;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.unit.DataSize;

/** Settings and names for tests. */
public final class SomeTerminals {
    public static final TerminalKey TERMINAL = new TerminalKey(new SandboxId("aaaa1111"), new NodeName("node1"), 1);

    private SomeTerminals() {}

    public static AccountId anAccount() {
        return new AccountId(UUID.randomUUID());
    }

    /** Returns the default settings, except for a larger window and the given origins. */
    public static TerminalProperties settings(String... allowedOrigins) {
        return new TerminalProperties(
                Set.of(allowedOrigins),
                DataSize.ofKilobytes(512),
                DataSize.ofKilobytes(384),
                DataSize.ofKilobytes(128),
                DataSize.ofMegabytes(4),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(90),
                32);
    }
}
