package dev.slipway.terminal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FloodShareTest {
    private static final int READ = 32 * 1024;
    private static final long RATE = 16 * 1024 * 1024;

    private long now = 1_000;
    private final FloodShare share = new FloodShare(RATE, () -> now);

    @Test
    void letsAFloodThatIsAloneRun() {
        var lone = share.join();

        assertThat(waitingOf(lone, 1000)).isZero();
    }

    @Test
    void givesTwoFloodsTheRateTogether() {
        var one = share.join();
        var other = share.join();
        flood(one);
        flood(other);

        var began = now;
        for (var read = 0; read < 256; read++) {
            now += one.read(READ);
            now += other.read(READ);
        }

        var bytesPerSecond = 512.0 * READ * Duration.ofSeconds(1).toNanos() / (now - began);
        assertThat(bytesPerSecond).isBetween(RATE * 0.9, RATE * 1.1);
    }

    @Test
    void neverDelaysWhoWritesLittle() {
        flood(share.join());
        flood(share.join());
        var quiet = share.join();

        for (var line = 0; line < 1000; line++) {
            assertThat(quiet.read(200)).isZero();
            now += Duration.ofMillis(1).toNanos();
        }
    }

    @Test
    void forgetsAFloodThatHasEnded() {
        var one = share.join();
        var ended = share.join();
        flood(one);
        flood(ended);
        assertThat(one.read(READ)).isPositive();

        now += Duration.ofSeconds(1).toNanos();
        flood(one);

        assertThat(one.read(READ)).isZero();
    }

    @Test
    void waitsForAsManyTurnsAsThereAreFloods() {
        for (var other = 0; other < 9; other++) {
            flood(share.join());
        }
        var tenth = share.join();
        flood(tenth);

        // The share of the others counts too, from the time when this one did not yet count as flooding.
        assertThat(Duration.ofNanos(tenth.read(READ))).isLessThan(Duration.ofMillis(200));
    }

    /** Writes enough at once to count as flooding. */
    private static void flood(FloodShare.Member member) {
        waitingOf(member, 9);
    }

    private static long waitingOf(FloodShare.Member member, int reads) {
        var waiting = 0L;
        for (var read = 0; read < reads; read++) {
            waiting += member.read(READ);
        }
        return waiting;
    }
}
