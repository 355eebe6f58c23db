package dev.slipway.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the server's responses and limits for unauthenticated clients, with requests that are written byte by byte. */
@TestInstance(Lifecycle.PER_CLASS)
class ServerRulesE2eIT {
    private static final int PATIENCE_MILLIS = 60_000;

    /** More connections than one address may have, and far more than a browser opens. */
    private static final int MANY_CONNECTIONS = 1200;

    /** Few enough that the test can write to each and check each in every round. */
    private static final int SLOW_CONNECTIONS = 300;

    private static final int PER_ADDRESS = 1024;

    private Platform platform;

    @BeforeAll
    void openPlatform() throws IOException, InterruptedException {
        platform = Platform.open();
    }

    @AfterAll
    void closePlatform() throws IOException, InterruptedException {
        platform.stop();
    }

    private record Answer(List<String> head, String body) {
        int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.getFirst().split(" ", 3)[1]);
        }

        Optional<String> header(String name) {
            return head.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    private int port() {
        return URI.create(platform.url("")).getPort();
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private Answer ask(String request) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            var all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            var end = all.indexOf("\r\n\r\n");
            return end < 0
                    ? new Answer(List.of(), all)
                    : new Answer(all.substring(0, end).lines().toList(), all.substring(end + 4));
        }
    }

    /** Returns the response to a request from this address. */
    private String askFrom(String address) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port(), InetAddress.ofLiteral(address), 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private Answer get(String path, String... lines) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port() + "\r\nConnection: close\r\n"
                + String.join(
                        "", List.of(lines).stream().map(line -> line + "\r\n").toList()) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sign-in",
                "GET /",
                "GET /admin",
                "GET /nowhere",
                "GET /attempts/1",
                "GET /slipway/base.css",
                "GET /slipway/logo.svg",
                "GET /VAADIN/build/none.js",
                "GET /VAADIN/push?v-r=push",
                "GET /?v-r=uidl",
                "GET /?v-r=init&location=sign-in&query=",
                "GET /actuator/health",
                "GET /actuator/none",
                "GET /api/v1/me",
                "GET /api/v1/nothing",
                "GET /error",
                "GET /ws/terminal",
                "GET /favicon.ico",
                "GET /a/../../etc/passwd",
                "GET /%2e%2e/x",
                "GET /a%00b",
                "GET /a//b",
                "GET /a;b=c",
                "POST /sign-in",
                "POST /",
                "PUT /sign-in",
                "DELETE /api/v1/me",
                "OPTIONS /",
                "TRACE /",
                "BREW /",
                "GET /bad|path"
            })
    void everyAnswerHasTheHeaders(String line) throws IOException {
        var answer = ask(
                line + " HTTP/1.1\r\nHost: localhost:" + port() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        hasTheHeaders(line + " " + answer.status(), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\nConnection: close\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nBad Header\r\nConnection: close\r\n\r\n"
            })
    void whatCannotBeReadHasThemToo(String request) throws IOException {
        var answer = ask(request);

        assertThat(answer.status()).isBetween(400, 599);
        hasTheHeaders(request, answer);
    }

    @Test
    void headThatIsTooLargeIsToldTheLimit() throws IOException {
        for (var request : List.of(
                "GET /?" + "x".repeat(90 * 1024) + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nCookie: " + "x".repeat(90 * 1024) + "\r\n\r\n")) {
            var answer = ask(request);

            assertThat(answer.status()).isBetween(400, 499);
            assertThat(answer.body()).contains("64 KB", "delete the cookies");
        }
        assertThat(get("/sign-in", "Cookie: x=" + "x".repeat(60 * 1024)).status())
                .isEqualTo(200);
    }

    private static void hasTheHeaders(String what, Answer answer) {
        assertThat(answer.header("X-Content-Type-Options")).as(what).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).as(what).contains("DENY");
        assertThat(answer.header("Referrer-Policy")).as(what).contains("same-origin");
        assertThat(answer.header("Permissions-Policy")).as(what).isPresent();
        assertThat(answer.header("Content-Security-Policy").orElse(""))
                .as(what)
                .contains("frame-ancestors 'none'")
                .doesNotContain("'unsafe-eval'")
                .doesNotMatch(".*script-src[^;]*'unsafe-inline'.*");
        assertThat(answer.header("Cache-Control").orElse("")).as(what).isNotEmpty();
        if (answer.header("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(answer.header("Cache-Control").orElse("")).as(what).contains("no-store");
        }
    }

    @Test
    void noncesAreUsedOnce() throws IOException {
        var first = get("/sign-in").header("Content-Security-Policy").orElseThrow();
        var second = get("/sign-in").header("Content-Security-Policy").orElseThrow();

        assertThat(first).contains("script-src 'self' 'nonce-").isNotEqualTo(second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/admin", "/attempts", "/sign-in/", "/sign-out", "/attempts/1/ports/node1/80", "/nowhere"})
    void inventedHostReachesNoLocation(String path) throws IOException {
        var answer = ask("GET " + path
                + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer.header("Location").orElse("")).doesNotContain("evil.example");
        assertThat(get("/admin").header("Location").orElse("/")).startsWith("/");
    }

    @Test
    void slowConnectionsKeepNobodyOut() throws IOException {
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < SLOW_CONNECTIONS; i++) {
                var socket = connect();
                slow.add(socket);
                write(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            }

            assertThat(askFrom("127.0.0.2"))
                    .as("another address at the same time")
                    .startsWith("HTTP/1.1 200");
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        // One byte per second restarts every timeout except that of the whole head.
                        slow.forEach(socket -> write(socket, "x"));
                        return slow.stream().filter(ServerRulesE2eIT::isOpen).count() < SLOW_CONNECTIONS / 10;
                    });
            assertThat(get("/actuator/health").status()).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void oneAddressHasNotMoreConnectionsThanItMay() throws IOException {
        var idle = new ArrayList<Socket>();
        try {
            for (var i = 0; i < MANY_CONNECTIONS; i++) {
                idle.add(connect());
            }

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> idle.stream().filter(ServerRulesE2eIT::isOpen).count() <= PER_ADDRESS);
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(get("/actuator/health"))
                        .extracting(Answer::status)
                        .isEqualTo(200));
    }

    private static void write(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        } catch (IOException closed) {
            return;
        }
    }

    /** Returns whether the connection is open: neither an end nor a response can be read. */
    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        } catch (SocketException reset) {
            return false;
        } catch (IOException gone) {
            return false;
        }
    }
}
