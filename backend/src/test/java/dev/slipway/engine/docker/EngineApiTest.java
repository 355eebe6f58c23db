package dev.slipway.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineException.Reason;
import dev.slipway.engine.EngineProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineApiTest {
    private static final String VERSION = "200 {\"ApiVersion\":\"1.43\",\"Version\":\"24.0\"}";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Path socket;
    private final EngineApi api;

    EngineApiTest(@TempDir Path directory) {
        this.socket = directory.resolve("engine.sock");
        this.api = new EngineApi(new EngineProperties(
                URI.create("unix://" + socket), Duration.ofSeconds(1), Duration.ofSeconds(30), ""));
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void speaksTheVersionThatTheEngineKnows() throws IOException {
        try (var _ = engine(_ -> "200 {}")) {
            api.call("info", docker -> docker.infoCmd().exec());

            assertThat(api.version()).isEqualTo("v1.43");
            assertThat(requests).containsExactly("GET /version HTTP/1.1", "GET /v1.43/info HTTP/1.1");
        }
    }

    @Test
    void saysWhatTheEngineRefused() throws IOException {
        assertThat(reasonFor("404 {\"message\":\"no such thing\"}")).isEqualTo(Reason.NOT_FOUND);
        assertThat(reasonFor("409 {\"message\":\"paused\"}")).isEqualTo(Reason.CONFLICT);
        assertThat(reasonFor("403 {\"message\":\"has active endpoints\"}")).isEqualTo(Reason.CONFLICT);
        assertThat(reasonFor("500 {\"message\":\"broken\"}")).isEqualTo(Reason.REFUSED);
        assertThat(reasonFor("400 {\"message\":\"bad parameter\"}")).isEqualTo(Reason.REFUSED);
    }

    private Reason reasonFor(String answer) throws IOException {
        try (var _ = engine(_ -> answer)) {
            return failure(docker -> docker.infoCmd().exec());
        } finally {
            Files.delete(socket);
        }
    }

    @Test
    void saysThatTheEngineIsNotThere() {
        assertThat(failure(docker -> docker.infoCmd().exec())).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void givesUpOnASilentEngine() throws IOException {
        var impatient = new EngineApi(new EngineProperties(
                URI.create("unix://" + socket), Duration.ofSeconds(1), Duration.ofMillis(300), ""));
        try (var _ = engine(_ -> null);
                impatient) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() ->
                            impatient.call("info", docker -> docker.infoCmd().exec()))
                    .extracting(EngineException::reason)
                    .isEqualTo(Reason.TIMED_OUT);
        }
    }

    @Test
    void givesUpOnAnEngineThatAnswersByteByByte() throws IOException {
        try (var slow = new SlowServer(socket)) {
            var began = System.nanoTime();

            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> api.call(
                            "info",
                            Duration.ofMillis(500),
                            docker -> docker.infoCmd().exec()))
                    .extracting(EngineException::reason)
                    .isEqualTo(Reason.TIMED_OUT);

            // Far less than the 30 seconds of this client's call timeout; no thread or connection of the call remains.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            await().untilAsserted(() -> assertThat(slow.connections()).isZero());
        }
    }

    @Test
    void findsTheEngineAgainAfterItWasRestarted() throws IOException {
        try (var _ = engine(_ -> "200 {}")) {
            api.call("info", docker -> docker.infoCmd().exec());
        }
        Files.delete(socket);
        try (var _ = engine(_ -> "200 {\"ServerVersion\":\"new\"}")) {
            assertThat(api.call("info", docker -> docker.infoCmd().exec()).getServerVersion())
                    .isEqualTo("new");
        }
    }

    @Test
    void repeatsARequestWhoseClientAnotherThreadHasDroppedMeanwhile() throws IOException {
        var old = engine(_ -> "200 {}");
        api.call("info", docker -> docker.infoCmd().exec());
        var restarted = new ArrayList<UnixHttpServer>();

        var info = api.call("info", docker -> {
            if (restarted.isEmpty()) {
                old.close();
                assertThat(failure(other -> other.infoCmd().exec())).isEqualTo(Reason.UNREACHABLE);
                restarted.add(restartedEngine());
            }
            return docker.infoCmd().exec();
        });

        assertThat(info.getServerVersion()).isEqualTo("new");
        restarted.forEach(UnixHttpServer::close);
    }

    @Test
    void failsARequestThatIsSentWhileItClosesAndOpensNoOtherConnection() throws IOException {
        try (var _ = engine(_ -> "200 {}")) {
            var reason = failure(docker -> {
                api.close();
                return docker.infoCmd().exec();
            });

            assertThat(reason).isEqualTo(Reason.UNREACHABLE);
            assertThat(requests).containsExactly("GET /version HTTP/1.1");
        }
    }

    @Test
    void closesAConnectionThatIsBeingOpenedWhileItCloses() throws IOException {
        var connecting = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        try (var engine = new UnixHttpServer(socket, request -> {
            requests.add(request);
            connecting.countDown();
            awaitLatch(closed);
            return VERSION;
        })) {
            Thread.ofVirtual().start(() -> {
                awaitLatch(connecting);
                api.close();
                closed.countDown();
            });

            assertThat(failure(docker -> docker.infoCmd().exec())).isEqualTo(Reason.UNREACHABLE);

            assertThat(requests).containsExactly("GET /version HTTP/1.1");
            await().untilAsserted(() -> assertThat(engine.connections()).isZero());
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private UnixHttpServer restartedEngine() {
        try {
            Files.delete(socket);
            return engine(_ -> "200 {\"ServerVersion\":\"new\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnixHttpServer engine(Function<String, @Nullable String> answers) throws IOException {
        return new UnixHttpServer(socket, request -> {
            requests.add(request);
            return request.contains(" /version ") ? VERSION : answers.apply(request);
        });
    }

    private Reason failure(Function<DockerClient, ?> call) {
        try {
            api.call("something", call);
        } catch (EngineException e) {
            return e.reason();
        }
        throw new AssertionError("the call succeeded");
    }
}
