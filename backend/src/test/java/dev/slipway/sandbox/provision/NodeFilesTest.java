package dev.slipway.sandbox.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeFile;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The transfer of a file ends in time, regardless of the node's behaviour. */
class NodeFilesTest {
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    /** More than any pipe between the test and a node holds. */
    private static final String LARGE = "x".repeat(1 << 20);

    /** Behaviour of a program that the learner has put in place of the shell that receives a file. */
    enum Hostile {
        READS_NOTHING,
        READS_BYTE_BY_BYTE,
        NEVER_ENDS
    }

    @ParameterizedTest
    @EnumSource
    void givesUpOnANodeThatDoesNotTakeAFile(Hostile kind) {
        var began = System.nanoTime();

        assertThatExceptionOfType(NodeException.class)
                .isThrownBy(() -> put(process(kind)))
                .extracting(NodeException::reason)
                .isEqualTo(Reason.TIMED_OUT);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void saysThatANodeCannotWriteAFile() {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(() -> put(console -> {
                    console.input().readAllBytes();
                    return 1;
                }))
                .withMessageContaining("/root/large.txt");
    }

    @Test
    void givesUpOnANodeThatAnswersWithoutEnd() {
        assertThatExceptionOfType(ProvisioningException.class)
                .isThrownBy(() -> put(console -> {
                    console.input().readAllBytes();
                    while (true) {
                        console.print(LARGE);
                    }
                }));
    }

    private static FakeProcess process(Hostile kind) {
        var never = new CountDownLatch(1);
        return switch (kind) {
            case READS_NOTHING ->
                _ -> {
                    never.await();
                    return 0;
                };
            case READS_BYTE_BY_BYTE ->
                console -> {
                    while (console.input().read() >= 0 && !never.await(10, TimeUnit.MILLISECONDS)) {
                        console.print(".");
                    }
                    return 0;
                };
            case NEVER_ENDS ->
                console -> {
                    console.input().readAllBytes();
                    never.await();
                    return 0;
                };
        };
    }

    private static void put(FakeProcess process) {
        new NodeFiles().put(new OneProcess(process), new NodeFile("/root/large.txt", LARGE, false), TIMEOUT);
    }

    /** A machine on which every command runs the same process. */
    private record OneProcess(FakeProcess process) implements FileTarget {
        @Override
        public NodeStream open(StreamRequest.Command command) {
            return FakeNodeStreams.to(process);
        }
    }
}
