package dev.slipway.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.slipway.engine.EngineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ExecGateTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final AtomicLong nanos = new AtomicLong();
    private final ExecGate gate = new ExecGate(nanos::get);

    @Test
    void hasOnlySoManyUnansweredProcessesInOneNode() {
        var places = new ArrayList<ExecGate.Place>();
        for (var place = 0; place < ExecGate.AT_ONCE; place++) {
            places.add(gate.enter("node", SHORT));
        }

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> gate.enter("node", SHORT))
                .withMessageContaining("do not answer");
        assertThatNoException().isThrownBy(() -> gate.enter("another", SHORT));

        places.getFirst().answered();
        assertThatNoException().isThrownBy(() -> gate.enter("node", SHORT));
    }

    @Test
    void triesANodeAgainAfterAPauseThatGrows() {
        lose(ExecGate.MOST_LOST);
        assertThat(isOpen()).isFalse();

        nanos.addAndGet(Duration.ofSeconds(16).toNanos());
        gate.enter("node", SHORT).lost();
        nanos.addAndGet(Duration.ofSeconds(16).toNanos());
        assertThat(isOpen()).as("the second pause is longer").isFalse();

        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        gate.enter("node", SHORT).answered();
        assertThat(isOpen()).isTrue();
    }

    @Test
    void remembersNothingOfNodesThatAnswer() {
        gate.enter("node", SHORT).answered();
        gate.enter("other", SHORT).refused();
        assertThat(gate.remembered()).isZero();

        lose(1);
        assertThat(gate.remembered()).isEqualTo(1);
        gate.forget("node");
        assertThat(gate.remembered()).isZero();
    }

    private void lose(int starts) {
        for (var start = 0; start < starts; start++) {
            gate.enter("node", SHORT).lost();
        }
    }

    private boolean isOpen() {
        try {
            gate.enter("node", SHORT).refused();
            return true;
        } catch (EngineException e) {
            return false;
        }
    }
}
