package dev.slipway.sandbox.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.ContainerLimits;
import dev.slipway.engine.NetworkSpec;
import dev.slipway.engine.NodeDisk;
import dev.slipway.engine.NodeSpec;
import dev.slipway.engine.fake.FakeContainerEngine;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** Shells behind a holder. The holder is a program in the node, so the learner can replace it. */
class EngineShellsTest {
    private static final StreamRequest.Shell SHELL = StreamRequest.Shell.first(new TerminalSize(80, 24));
    private static final int MAGIC = 0x73686c31;

    private final FakeContainerEngine engine = new FakeContainerEngine();
    private final EngineShells shells = new EngineShells(new ContainerProcesses(engine));

    enum Preface {
        WRONG_MAGIC,
        CUT_OFF,
        NO_SIZE,
        HUGE_SIZE,
        NEGATIVE_OFFSETS
    }

    /** Returns the first bytes of the stream: magic number, epoch, first offset, end of history, columns, rows. */
    private static byte[] bytes(Preface preface) {
        var bytes = ByteBuffer.allocate(32).putInt(preface == Preface.WRONG_MAGIC ? 1 : MAGIC);
        if (preface == Preface.HUGE_SIZE) {
            bytes.putInt(28, -1);
        } else if (preface == Preface.NEGATIVE_OFFSETS) {
            bytes.putLong(-1)
                    .putLong(Long.MIN_VALUE)
                    .putLong(Long.MIN_VALUE)
                    .putShort((short) 80)
                    .putShort((short) 24);
        }
        var all = new byte[preface == Preface.CUT_OFF ? 6 : bytes.capacity()];
        bytes.get(0, all);
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoStreamOpenWhateverAHolderSaysFirst(Preface preface) {
        aNode();
        var open = new AtomicInteger();
        engine.runProcesses((_, _) -> console -> {
            open.incrementAndGet();
            try {
                console.output().write(bytes(preface));
                if (preface == Preface.CUT_OFF) {
                    return 0;
                }
                while (console.input().read() >= 0) {
                    // The loop ends when the stream is closed.
                }
                return 0;
            } finally {
                open.decrementAndGet();
            }
        });

        var failure = catchRuntimeException(() -> {
            try (NodeStream accepted = shells.open("node", SHELL, () -> {})) {
                assertThat(accepted).isNotNull();
            }
        });

        await().untilAsserted(() -> assertThat(open).as("after %s", failure).hasValue(0));
    }

    @Test
    void readsOnlyNumbersOfShells() {
        aNode();
        engine.runProcesses(
                (_, _) -> FakeProcess.printing("1\nabc\n-3\n99999999999999999999\n2\n" + "x".repeat(100_000)));

        assertThat(shells.running("node")).containsExactlyInAnyOrder(1, 2);
    }

    private void aNode() {
        engine.createNetwork(new NetworkSpec("net", "swc-net", Map.of()));
        engine.createNode(new NodeSpec(
                "node",
                "image",
                "node",
                "net",
                new ContainerLimits(DataSize.ofMegabytes(256), 1, 100),
                new NodeDisk("disk", DataSize.ofGigabytes(1)),
                "store",
                Map.of()));
        engine.startNode("node");
    }
}
