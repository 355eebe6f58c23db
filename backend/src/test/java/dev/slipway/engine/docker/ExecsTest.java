package dev.slipway.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineProperties;
import dev.slipway.engine.ExecSpec;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExecsTest {
    /** A frame of standard output with one byte. */
    private static final String FRAME = "\1\0\0\0\0\0\0\1x";

    private final Path socket;
    private final EngineApi api;
    private final Execs execs;

    /** Whether the processes of this engine write output. The engine reports {@link #pid} for each. */
    private volatile boolean speaking = true;

    private volatile int pid = 1;

    ExecsTest(@TempDir Path directory) {
        this.socket = directory.resolve("engine.sock");
        this.api = new EngineApi(new EngineProperties(
                URI.create("unix://" + socket), Duration.ofSeconds(1), Duration.ofSeconds(30), ""));
        this.execs = new Execs(api, socket);
    }

    @AfterEach
    void close() {
        api.close();
    }

    /** The engine would look the user up in files that the learner can change. */
    @Test
    void namesNoUserWhenItStartsAProcess() throws IOException {
        try (var engine = engine()) {
            execs.open("node", ExecSpec.command("true")).close();

            assertThat(engine.bodies())
                    .filteredOn(body -> body.contains("\"Cmd\""))
                    .singleElement()
                    .satisfies(body -> assertThat(body).doesNotContain("\"User\":\""));
        }
    }

    @Test
    void aNodeWhoseProcessesDoNotStartIsAskedOnlyNowAndThen() throws IOException {
        speaking = false;
        pid = 0;
        try (var _ = engine()) {
            for (var start = 0; start < ExecGate.MOST_LOST; start++) {
                execs.open("hangs", ExecSpec.command("true")).close();
            }

            await().untilAsserted(() -> assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(
                            () -> execs.open("hangs", ExecSpec.command("true")).close())
                    .withMessageContaining("the next start is possible in")
                    .extracting(EngineException::reason)
                    .isEqualTo(Reason.TIMED_OUT));
            execs.open("another", ExecSpec.command("true")).close();
            execs.forget("hangs");
            execs.open("hangs", ExecSpec.command("true")).close();
        }
    }

    @Test
    void processesThatSayNothingAreNoSignOfAHangingNode() throws IOException {
        speaking = false;
        try (var _ = engine()) {
            for (var start = 0; start < 3 * ExecGate.MOST_LOST; start++) {
                execs.open("quiet", ExecSpec.command("sleep", "1d")).close();
            }
        }
    }

    @Test
    void readsWhatAProcessSays() throws IOException {
        try (var _ = engine();
                var stream = execs.open("node", ExecSpec.command("cat"))) {
            assertThat(stream.output().read()).isEqualTo('x');
        }
    }

    private UnixHttpServer engine() throws IOException {
        return new UnixHttpServer(socket, this::answer);
    }

    private @Nullable String answer(String request) {
        if (request.contains(" /version ")) {
            return "200 {\"ApiVersion\":\"1.43\",\"Version\":\"24.0\"}";
        }
        if (request.contains("/start ")) {
            return "101 " + (speaking ? FRAME : "");
        }
        if (request.startsWith("GET")) {
            return "200 {\"Running\":true,\"Pid\":" + pid + "}";
        }
        return "201 {\"Id\":\"one\"}";
    }
}
