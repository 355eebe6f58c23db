package dev.slipway.preview;

import dev.slipway.platform.PlatformProperties;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** Settings and names for tests of previews. */
public final class SomePreviews {
    public static final SandboxId SANDBOX = new SandboxId("aaaa1111");
    public static final NodeName NODE = new NodeName("node1");
    public static final PreviewTarget TARGET = new PreviewTarget(SANDBOX, NODE, 8080);

    private SomePreviews() {}

    public static AccountId anAccount() {
        return new AccountId(UUID.randomUUID());
    }

    /** Returns the default settings. */
    public static PreviewProperties settings() {
        return settings("localhost");
    }

    public static PreviewProperties settings(String host) {
        return new PreviewProperties(host, Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(15), 64);
    }

    /** Returns the settings of a platform at this address. */
    public static PlatformProperties platform(String url) {
        return new PlatformProperties(Path.of("data"), URI.create(url));
    }
}
