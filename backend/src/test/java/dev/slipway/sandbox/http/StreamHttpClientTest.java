package dev.slipway.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.engine.fake.FakeProcess;
import dev.slipway.sandbox.DialledStream;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.http.StreamHttpClient.HttpAnswer;
import dev.slipway.sandbox.provision.FakeNodeStreams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StreamHttpClientTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int LIMIT = 1000;

    private final List<DialledStream> dialled = new CopyOnWriteArrayList<>();
    private final CountDownLatch testIsOver = new CountDownLatch(1);
    private final StreamHttpClient client = new StreamHttpClient(this::dial, "node");
    private HttpServer server = started();

    private static HttpServer started() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private NodeStream dial() {
        var stream = DialledStream.to(server.getAddress().getPort(), ConcurrentHashMap.newKeySet());
        dialled.add(stream);
        return stream;
    }

    @BeforeEach
    void serve() {
        server.createContext(
                "/hello", answering(200, "text/plain; charset=ISO-8859-1", "gr\u00fcezi".getBytes(ISO_8859_1)));
        server.createContext("/missing", answering(404, "application/json", "{}".getBytes(UTF_8)));
        server.createContext(
                "/long", answering(200, "text/plain", "x".repeat(5000).getBytes(UTF_8)));
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });
        server.createContext("/events", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("first\n".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });
        server.createContext("/host", exchange -> {
            var host = exchange.getRequestHeaders().getFirst("Host");
            answering(200, "text/plain", host.getBytes(UTF_8)).handle(exchange);
        });
    }

    /** Returns a handler that sends the body in chunks. */
    private static HttpHandler answering(int status, String type, byte[] body) {
        return (HttpExchange exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, 0);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        };
    }

    private void waitForTheEnd() {
        awaitUninterrupted(testIsOver);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        client.close();
        testIsOver.countDown();
        server.stop(0);
    }

    @Test
    void readsAnswers() throws IOException {
        assertThat(get("/hello"))
                .isEqualTo(new HttpAnswer(200, "text/plain; charset=ISO-8859-1", "gr\u00fcezi", false));
        assertThat(get("/missing")).isEqualTo(new HttpAnswer(404, "application/json", "{}", false));
        assertThat(get("/host").body()).isEqualTo("node");
    }

    @Test
    void keepsOneConnectionForManyRequests() throws IOException {
        for (var time = 0; time < 20; time++) {
            get("/hello");
        }

        assertThat(dialled).hasSize(1);
    }

    @Test
    void letsRequestsOfSeveralThreadsWaitForEachOther() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = IntStream.range(0, 30)
                    .mapToObj(_ -> (Callable<HttpAnswer>) () -> get("/hello"))
                    .toList();

            for (var answer : threads.invokeAll(requests)) {
                assertThat(answer.get().body()).isEqualTo("gr\u00fcezi");
            }
        }
        assertThat(dialled).hasSize(1);
    }

    @Test
    void connectsAgainWhenTheServerHasClosedTheKeptConnection() throws IOException {
        get("/hello");
        server.stop(0);
        server = started();
        serve();

        assertThat(get("/hello").status()).isEqualTo(200);
        assertThat(dialled).hasSize(2);
        assertThat(dialled.getFirst().isClosed()).isTrue();
    }

    @Test
    void dropsWhatExceedsTheLimitTogetherWithItsConnection() throws IOException {
        var answer = get("/long");

        assertThat(answer.truncated()).isTrue();
        assertThat(answer.body()).isEqualTo("x".repeat(LIMIT));
        assertThat(dialled.getFirst().isClosed()).isTrue();
        assertThat(get("/hello").status()).isEqualTo(200);
    }

    @Test
    void givesUpWhenTimeIsUp() throws IOException {
        get("/hello");

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> client.get("/silent", Duration.ofMillis(200), LIMIT))
                .withMessageContaining("/silent");

        assertThat(dialled.getFirst().isClosed()).isTrue();
        assertThat(get("/hello").status()).isEqualTo(200);
    }

    @Test
    void givesUpDiallingWhenTimeIsUpAndClosesWhatComesLate() {
        var late = new CountDownLatch(1);
        var slow = new StreamHttpClient(
                () -> {
                    awaitUninterrupted(late);
                    return dial();
                },
                "node");

        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> slow.get("/hello", Duration.ofMillis(100), LIMIT));

        late.countDown();
        await().atMost(SOON)
                .until(() -> dialled.size() == 1 && dialled.getFirst().isClosed());
    }

    @Test
    void saysWhatTheDiallingProcessSaid() {
        FakeProcess socat = console -> {
            console.printError("connect: Connection refused\n");
            return 1;
        };
        var refused = new StreamHttpClient(() -> FakeNodeStreams.to(socat), "node");

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> refused.get("/", SOON, LIMIT))
                .withMessage("connect: Connection refused");
    }

    @Test
    void saysThatAnAnswerIsNotHttp() {
        var shell = new StreamHttpClient(() -> FakeNodeStreams.to(FakeProcess.printing("SSH-2.0-OpenSSH\r\n")), "node");

        assertThatIOException()
                .isThrownBy(() -> shell.get("/", SOON, LIMIT))
                .isNotInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void passesOnThatANodeCannotBeReached() {
        var gone = new StreamHttpClient(
                () -> {
                    throw new NodeException(NodeException.Reason.NOT_FOUND, "no container");
                },
                "node");

        assertThatExceptionOfType(NodeException.class).isThrownBy(() -> gone.get("/", SOON, LIMIT));
    }

    @Test
    void refusesPathsThatCouldEndTheRequestLine() {
        assertThatIllegalArgumentException().isThrownBy(() -> get("/ HTTP/1.1\r\nX: y"));
        assertThatIllegalArgumentException().isThrownBy(() -> get("nowhere"));
    }

    @Test
    void streamsAnswersThatDoNotEndUntilTheyAreClosed() throws IOException {
        var events = client.stream("/events", SOON);
        var lines = new BufferedReader(new InputStreamReader(events, UTF_8));
        assertThat(lines.readLine()).isEqualTo("first");
        var next = new FutureTask<>(lines::readLine);
        Thread.ofVirtual().start(next);
        await().during(Duration.ofMillis(100)).until(() -> !next.isDone());

        events.close();

        assertThat(next).failsWithin(SOON).withThrowableThat().withCauseInstanceOf(IOException.class);
        assertThat(dialled.getFirst().isClosed()).isTrue();
    }

    @Test
    void streamsNoErrors() {
        assertThatIOException()
                .isThrownBy(() -> client.stream("/missing", SOON))
                .withMessageContaining("404");
        assertThat(dialled.getFirst().isClosed()).isTrue();
    }

    private HttpAnswer get(String path) throws IOException {
        return client.get(path, SOON, LIMIT);
    }
}
