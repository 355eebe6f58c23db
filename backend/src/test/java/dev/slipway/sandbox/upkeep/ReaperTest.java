package dev.slipway.sandbox.upkeep;

import static dev.slipway.sandbox.SandboxSamples.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.SandboxModuleTest;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.sandbox.SandboxState.Ended;
import dev.slipway.sandbox.SandboxState.Ready;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Extension and expiry of leases, frozen or not. */
class ReaperTest extends SandboxModuleTest {

    @Test
    void reapsASandboxOnceItsLeaseExpires() {
        var sandbox = readySandbox();
        running.clock().advance(LEASE.plusSeconds(1));

        running.reap();

        awaitState(sandbox, Ended.class);
        assertThat(find(sandbox).state()).isEqualTo(new Ended(EndReason.LEASE_EXPIRED));
    }

    @Test
    void doesNotReapAnExtendedLease() {
        var sandbox = readySandbox();
        running.sandboxes().extend(sandbox.id(), Duration.ofMinutes(30));
        running.clock().advance(LEASE.plusSeconds(1));

        running.reap();

        assertThat(find(sandbox).state()).isEqualTo(new Ready());
    }

    @Test
    void theLeaseGoesOnWhileFrozenAndEndsIt() {
        var sandbox = readySandbox();
        freeze(sandbox);
        running.clock().advance(LEASE);

        running.reap();

        await().untilAsserted(() -> assertThat(find(sandbox).state()).isEqualTo(new Ended(EndReason.LEASE_EXPIRED)));
        assertThat(engine.nodes(Map.of())).isEmpty();
    }

    @Test
    void aFrozenLeaseCanBeExtended() {
        var sandbox = readySandbox();
        freeze(sandbox);

        running.sandboxes().extend(sandbox.id(), Duration.ofMinutes(30));

        assertThat(find(sandbox).leaseEnds())
                .contains(sandbox.leaseEnds().orElseThrow().plus(Duration.ofMinutes(30)));
    }

    @Test
    void announcesALeaseThatComesToItsEndTwice() {
        var sandbox = readySandbox();
        running.reap();
        running.announced().clear();

        running.sandboxes().active(sandbox.id());
        running.clock().advance(LEASE.minusMinutes(10).minusSeconds(5));
        running.reap();
        assertThat(running.announced()).isEmpty();
        running.clock().advance(Duration.ofSeconds(10));
        running.reap();
        assertThat(running.announced()).hasSize(1);
        running.reap();
        assertThat(running.announced()).hasSize(1);
        running.clock().advance(Duration.ofMinutes(8));
        running.reap();

        assertThat(running.announced()).hasSize(2);
    }
}
