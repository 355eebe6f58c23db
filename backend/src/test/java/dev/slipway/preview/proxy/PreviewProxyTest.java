package dev.slipway.preview.proxy;

import static dev.slipway.preview.SomePreviews.NODE;
import static dev.slipway.preview.SomePreviews.SANDBOX;
import static dev.slipway.preview.SomePreviews.anAccount;
import static dev.slipway.preview.SomePreviews.platform;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.SignedOut;
import dev.slipway.engine.CommandResult;
import dev.slipway.engine.EngineException;
import dev.slipway.engine.EngineStream;
import dev.slipway.preview.PreviewProperties;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.preview.Previews;
import dev.slipway.preview.SomePreviews;
import dev.slipway.preview.proxy.RawBrowser.Page;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.SandboxError;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.PlatformProperties;
import dev.slipway.shared.SandboxId;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole way through the real server; only the node is played, by an app on this machine. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.threads.virtual.enabled=true")
class PreviewProxyTest {
    private final AccountId ada = anAccount();
    private SampleApp app;

    @LocalServerPort
    int port;

    @Autowired
    Previews previews;

    @Autowired
    Nodes nodes;

    @Autowired
    ApplicationEventPublisher events;

    @SpringBootConfiguration
    @ComponentScan(
            basePackages = {"dev.slipway.preview.proxy", "dev.slipway.preview.grant"},
            excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Platform {
        @Bean
        Nodes nodes() {
            return new Nodes();
        }

        @Bean
        PreviewProperties properties() {
            return SomePreviews.settings();
        }

        @Bean
        PlatformProperties urls() {
            return platform("http://localhost:8080");
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @RestController
        static class PlatformPage {
            @GetMapping("/")
            String page() {
                return "the platform's page";
            }
        }
    }

    /** Every node is this machine. */
    static final class Nodes implements NodeStreams {
        private final AtomicInteger open = new AtomicInteger();
        private volatile Optional<RuntimeException> trouble = Optional.empty();

        @Override
        public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
            trouble.ifPresent(failure -> {
                throw failure;
            });
            return AppStream.to(((StreamRequest.Port) request).number(), open);
        }

        @Override
        public CommandResult run(
                SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
            throw new UnsupportedOperationException("previews run no commands");
        }
    }

    @BeforeEach
    void startApp() throws IOException {
        app = new SampleApp();
        nodes.trouble = Optional.empty();
    }

    @AfterEach
    void everyConnectionToTheAppIsClosed() {
        previews.close(ada);
        app.close();
        await().until(() -> nodes.open.get() == 0);
    }

    @Test
    void ticketHolderSeesTheApp() throws IOException {
        var page = opened().get("/shop?a=b%2Fc&x=[1]");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("hello /shop?a=b%2Fc&x=[1]");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'self' http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2Fb", "//double//slash", "/a;jsessionid=x/b", "/%E4%BD%A0", "/a%5Cb", "/a|b"})
    void pathsReachTheAppAsTheyAre(String path) throws IOException {
        assertThat(opened().get(path).body()).isEqualTo("hello " + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/error", "/ws/terminal", "/api/v1/me", "/VAADIN/", "/actuator/health", "/sign-in"})
    void nothingOfThePlatformIsOnAPreviewsHost(String path) throws IOException {
        var stranger = new Visitor(previews.open(ada, target()).origin().getHost(), "");

        assertThat(stranger.get(path).status()).isEqualTo(403);
        assertThat(stranger.get(path).body()).doesNotContain("the platform's page");
        assertThat(stranger.get(path).header("Set-Cookie")).isEmpty();
        assertThat(opened().get(path).body()).isEqualTo("hello " + path);
    }

    @Test
    void platformKeepsItsOwnHost() throws IOException {
        assertThat(new Visitor("localhost", "").get("/").body()).isEqualTo("the platform's page");
    }

    @Test
    void forwardedHostDoesNotBringThePlatformOntoAPreview() throws IOException {
        var visitor = opened();

        assertThat(visitor.get("/", "X-Forwarded-Host: localhost:8080").body()).isEqualTo("hello /");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.localhost", "p8080-node1-abcdefghij.localhost", "p0-node1-abcdefghij.localhost"})
    void unknownPreviewIsNothing(String host) throws IOException {
        assertThat(new Visitor(host, "").get("/").status()).isIn(403, 404);
    }

    @Test
    void secondLearnersPassOpensNoForeignPreview() throws IOException {
        var bob = anAccount();
        var bobs = opened(bob, target());
        var adas = opened();

        var page = new Visitor(adas.host(), bobs.cookie()).get("/", "Accept: text/html");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("Only the learner whose machine it is can see it");
        previews.close(bob);
    }

    @Test
    void passOpensNoOtherPortOfTheSameName() throws IOException {
        var visitor = opened();
        var other = visitor.host().replaceFirst("^p[0-9]+", "p22");

        assertThat(new Visitor(other, visitor.cookie()).get("/").status()).isEqualTo(403);
    }

    @Test
    void ticketWorksOnce() throws IOException {
        var ticket = previews.open(ada, target());
        var stranger = new Visitor(ticket.origin().getHost(), "");

        assertThat(stranger.post("/.slipway/open", "tab " + ticket.ticket()).status())
                .isEqualTo(204);
        var again = stranger.post("/.slipway/open", "tab " + ticket.ticket());

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.header("Set-Cookie")).isEmpty();
    }

    @Test
    void ticketIsTakenFromPagesOfThePreviewOnly() throws IOException {
        var ticket = previews.open(ada, target());
        var stranger = new Visitor(ticket.origin().getHost(), "");

        var page = stranger.post("/.slipway/open", "tab " + ticket.ticket(), "Origin: https://evil.example");

        assertThat(page.status()).isEqualTo(403);
    }

    @Test
    void entranceShowsAPageThatSaysNothingSecret() throws IOException {
        var ticket = previews.open(ada, target());
        var page = new Visitor(ticket.origin().getHost(), "").get("/.slipway/open");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Opening port " + app.port()).doesNotContain(ticket.ticket());
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'self' http://localhost:8080");
    }

    @Test
    void entranceIsNoneOfTheApps() throws IOException {
        assertThat(opened().get("/.slipway/anything").status()).isEqualTo(404);
    }

    @Test
    void checkTellsWhetherTheBrowserKeepsThePass() throws IOException {
        var visitor = opened();

        assertThat(visitor.get("/.slipway/check").status()).isEqualTo(204);
        assertThat(new Visitor(visitor.host(), "").get("/.slipway/check").status())
                .isEqualTo(403);
    }

    @Test
    void platformsCookiesNeverReachTheApp() throws IOException {
        var seen = opened().get("/headers", "Cookie: slipway-session=secret; theme=dark; slipway-remembered=secret");

        assertThat(seen.body()).contains("theme=dark").doesNotContain("slipway-", "secret");
    }

    @Test
    void appIsToldItsHostAsTheBrowserKnowsIt() throws IOException {
        var visitor = opened();
        var seen = visitor.get("/headers").body();

        assertThat(seen)
                .contains("Host: " + visitor.host() + ":8080")
                .contains("X-Forwarded-Host: " + visitor.host() + ":8080")
                .contains("X-Forwarded-Proto: http")
                .contains("Connection: close");
    }

    @Test
    void cookieOfTheAppIsForThePreviewAlone() throws IOException {
        assertThat(opened().get("/cookie").header("Set-Cookie")).contains("theme=dark; Path=/");
    }

    @Test
    void cookieOfTheAppWorksInAFrame() throws IOException {
        var ticket = previews.open(ada, target());
        var framed = enter(ticket.origin().getHost(), "frame " + ticket.ticket());

        assertThat(framed.get("/cookie").header("Set-Cookie"))
                .contains("theme=dark; Path=/; Secure; SameSite=None; Partitioned");
    }

    @Test
    void redirectToItselfStaysInThePreview() throws IOException {
        var visitor = opened();
        var page = visitor.get("/redirect");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location")).contains("http://" + visitor.host() + ":8080/landed?a=b");
    }

    @Test
    void headHasTheLengthAndNoBody() throws IOException {
        var page = opened().ask("HEAD", "/big", "");

        assertThat(page.header("Content-Length")).contains(Integer.toString(SampleApp.BIG));
        assertThat(page.body()).isEmpty();
    }

    @Test
    void hintsBeforeTheAnswerAreNoAnswer() throws IOException {
        assertThat(opened().get("/hints").body()).isEqualTo("ok");
    }

    @Test
    void eventsComeAtOnce() throws IOException {
        var visitor = opened();
        try (var browser = visitor.start("/events")) {
            browser.until("data: 1\n\n");
            app.second.countDown();
            browser.until("data: 2\n\n");
        }
    }

    @Test
    void bigAnswerComesWhole() throws IOException {
        assertThat(opened().get("/big").body()).hasSize(SampleApp.BIG);
    }

    @Test
    void bigBodyGoesBothWaysAtOnce() throws IOException {
        var visitor = opened();
        var body = "y".repeat(5_000_000);

        assertThat(visitor.post("/echo", body).body()).hasSize(body.length()).isEqualTo(body);
    }

    @Test
    void appMayAnswerBeforeItReadsAll() throws IOException {
        var visitor = opened();
        try (var browser = new RawBrowser(port)) {
            browser.send("POST /early HTTP/1.1", visitor.lines(), "Content-Length: 50000000\r\n", "x".repeat(1000));

            assertThat(RawBrowser.status(browser.head())).isEqualTo(413);
        }
    }

    @Test
    void browserThatWaitsIsToldToContinue() throws IOException {
        var visitor = opened();
        try (var browser = new RawBrowser(port)) {
            browser.send("POST /echo HTTP/1.1", visitor.lines(), "Expect: 100-continue\r\nContent-Length: 2\r\n", "");
            assertThat(RawBrowser.status(browser.head())).isEqualTo(100);

            browser.out.write("hi".getBytes(ISO_8859_1));

            assertThat(RawBrowser.status(browser.head())).isEqualTo(200);
            browser.until("0\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/short", "/cut-chunk"})
    void answerThatBreaksOffIsNotTakenForWhole(String path) throws IOException {
        var page = opened().get(path);

        var length = page.header("Content-Length").map(Integer::parseInt).orElse(Integer.MAX_VALUE);
        assertThat(page.body().endsWith("<cut>") || page.body().length() < length)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/hang-up      | closed it without an answer",
                "/mysql        | answers, but not in HTTP",
                "/tls          | wants HTTPS",
                "/garbage      | answers, but not in HTTP",
                "/endless-head | answers, but not in HTTP"
            })
    void portThatDoesNotSpeakHttpIsExplained(String path, String reason) throws IOException {
        var page = opened().get(path, "Accept: text/html");

        assertThat(page.status()).isEqualTo(502);
        assertThat(page.body()).contains("Port " + app.port(), reason, "Try again");
        assertThat(page.header("Content-Type")).contains("text/html;charset=UTF-8");
    }

    @Test
    void portWithNobodyBehindIsExplained() throws IOException {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var page = opened(ada, new PreviewTarget(SANDBOX, NODE, free)).get("/", "Sec-Fetch-Dest: iframe");

        assertThat(page.status()).isEqualTo(502);
        assertThat(page.body()).contains("<h1>Nothing listens on port " + free + " any more.</h1>");
    }

    @Test
    void whatPeopleDoNotReadIsExplainedInOneLine() throws IOException {
        var page = opened().get("/hang-up", "Sec-Fetch-Dest: script", "Accept: text/html");

        assertThat(page.header("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(page.body()).doesNotContain("<");
    }

    @Test
    void machinesThatSleepAreExplained() throws IOException {
        nodes.trouble = Optional.of(new UserFacingException(SandboxError.SANDBOX_NOT_READY));
        assertThat(opened().get("/").body()).contains("The machines are not awake");

        nodes.trouble = Optional.of(new EngineException(EngineException.Reason.UNREACHABLE, "gone"));
        assertThat(opened().get("/").body()).contains("cannot be reached");
    }

    @Test
    void serviceWorkersAreRefused() throws IOException {
        assertThat(opened().get("/sw.js", "Service-Worker: script").status()).isEqualTo(403);
    }

    @Test
    void webSocketIsPassedThrough() throws IOException {
        var visitor = opened();
        try (var browser = visitor.upgrade("/websocket", "http://" + visitor.host() + ":8080")) {
            var head = browser.head();
            assertThat(head)
                    .anyMatch(line -> line.startsWith("HTTP/1.1 101"))
                    .anyMatch("Upgrade: websocket"::equalsIgnoreCase)
                    .anyMatch(line -> line.startsWith("Connection: upgrade"))
                    .anyMatch("Sec-WebSocket-Accept: yes"::equalsIgnoreCase)
                    .noneMatch(line -> line.contains("slipway-session"));
            browser.until("welcome");

            browser.out.write("ping".getBytes(ISO_8859_1));
            browser.until("ping");
            browser.out.write(new byte[300_000]);
            assertThat(browser.in.readNBytes(300_000)).hasSize(300_000);
        }
    }

    @Test
    void browserSeesThatTheAppEndsAWebSocket() throws IOException {
        var visitor = opened();
        try (var browser = visitor.upgrade("/websocket-bye", "http://" + visitor.host() + ":8080")) {
            browser.head();

            assertThat(browser.in.readAllBytes()).asString(ISO_8859_1).isEqualTo("bye");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost:8080",
                "http://p1-node1-abcdefghij.localhost:8080"
            })
    void foreignPageGetsNoWebSocket(String origin) throws IOException {
        try (var browser = opened().upgrade("/websocket", origin)) {
            assertThat(RawBrowser.status(browser.head())).isEqualTo(403);
        }
    }

    @Test
    void signedOutPersonsStreamsEndWithinASecond() throws IOException {
        var visitor = opened();
        try (var answer = visitor.start("/endless");
                var tunnel = visitor.upgrade("/websocket", "http://" + visitor.host() + ":8080")) {
            answer.until("begin\r\n");
            tunnel.until("welcome");
            answer.socket.setSoTimeout(1000);
            tunnel.socket.setSoTimeout(1000);

            events.publishEvent(new SignedOut(ada));

            assertThat(answer.in.readAllBytes()).asString(ISO_8859_1).doesNotContain("0\r\n\r\n");
            assertThat(tunnel.in.readAllBytes()).isEmpty();
        }
        assertThat(visitor.get("/").status()).isEqualTo(403);
    }

    @Test
    void endedSandboxHasNoPreviews() throws IOException {
        var visitor = opened();
        try (var tunnel = visitor.upgrade("/websocket", "http://" + visitor.host() + ":8080")) {
            tunnel.until("welcome");
            tunnel.socket.setSoTimeout(1000);

            events.publishEvent(new SandboxChanged(sandbox(new SandboxState.Ending())));

            assertThat(tunnel.in.readAllBytes()).isEmpty();
        }
        assertThat(visitor.get("/").status()).isEqualTo(403);
    }

    @Test
    void frozenSandboxKeepsItsPreviews() throws IOException {
        var visitor = opened();

        events.publishEvent(new SandboxChanged(sandbox(new SandboxState.Frozen())));

        assertThat(visitor.get("/").status()).isEqualTo(200);
    }

    @Test
    void previewHasAsManyConnectionsAsOneMayHave() throws IOException {
        var visitor = opened();
        var browsers = new ArrayList<RawBrowser>();
        try {
            for (var i = 0; i < 64; i++) {
                var browser = visitor.start("/endless");
                browser.until("begin\r\n");
                browsers.add(browser);
            }

            assertThat(visitor.get("/").status()).isEqualTo(503);
        } finally {
            for (var browser : browsers) {
                browser.close();
            }
        }
    }

    private PreviewTarget target() {
        return new PreviewTarget(SANDBOX, NODE, app.port());
    }

    private Visitor opened() throws IOException {
        return opened(ada, target());
    }

    private Visitor opened(AccountId account, PreviewTarget target) throws IOException {
        var ticket = previews.open(account, target);
        return enter(ticket.origin().getHost(), "tab " + ticket.ticket());
    }

    private Visitor enter(String host, String body) throws IOException {
        var entered = new Visitor(host, "").post("/.slipway/open", body);
        assertThat(entered.status()).isEqualTo(204);
        var cookie = entered.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new Visitor(host, cookie);
    }

    private static Sandbox sandbox(SandboxState state) {
        return new Sandbox(
                SANDBOX,
                new AttemptId(UUID.randomUUID()),
                anAccount(),
                List.of(NODE),
                state,
                Instant.EPOCH,
                Optional.empty());
    }

    /** A browser at a host, with what it was given there. */
    private final class Visitor {
        private final String host;
        private final String cookie;

        Visitor(String host, String cookie) {
            this.host = host;
            this.cookie = cookie;
        }

        String host() {
            return host;
        }

        String cookie() {
            return cookie;
        }

        String[] lines(String... more) {
            var lines = new ArrayList<>(List.of("Host: " + host + ":8080"));
            if (!cookie.isEmpty()) {
                lines.add("Cookie: " + cookie);
            }
            lines.addAll(List.of(more));
            return lines.toArray(String[]::new);
        }

        Page get(String path, String... more) throws IOException {
            return RawBrowser.ask(port, "GET", path, "", lines(more));
        }

        Page post(String path, String body, String... more) throws IOException {
            return RawBrowser.ask(port, "POST", path, body, lines(more));
        }

        Page ask(String method, String path, String body) throws IOException {
            return RawBrowser.ask(port, method, path, body, lines());
        }

        RawBrowser start(String path) throws IOException {
            var browser = new RawBrowser(port);
            browser.send("GET " + path + " HTTP/1.1", lines(), "", "");
            return browser;
        }

        RawBrowser upgrade(String path, String origin) throws IOException {
            var browser = new RawBrowser(port);
            var more = "Connection: keep-alive, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nOrigin: "
                    + origin + "\r\n";
            browser.send("GET " + path + " HTTP/1.1", lines(), more, "");
            return browser;
        }
    }
}
