package dev.slipway.preview.proxy;

import static dev.slipway.preview.SomePreviews.NODE;
import static dev.slipway.preview.SomePreviews.SANDBOX;
import static dev.slipway.preview.SomePreviews.anAccount;
import static dev.slipway.preview.SomePreviews.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.SessionKey;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.preview.PreviewProperties;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.preview.Previews;
import dev.slipway.preview.SomePreviews;
import dev.slipway.sandbox.DialledStream;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.OneNode;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.AccountId;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/** Tests through the real server; only the node is replaced by an app on the test's own machine. */
@SpringBootTest(
        classes = ProxyTest.Platform.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.threads.virtual.enabled=true")
abstract class ProxyTest {
    final AccountId ada = anAccount();
    final SessionKey session = SessionKey.unshared();

    @SuppressWarnings("NullAway.Init") // set before each test
    SampleApp app;

    @LocalServerPort
    int port;

    @Autowired
    Previews previews;

    @Autowired
    Nodes nodes;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    OneReadySandbox sandbox;

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
        OneReadySandbox sandboxes() {
            return new OneReadySandbox(SomePreviews.SANDBOX, SomePreviews.NODE);
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

    /** Streams that lead to the test's own machine, regardless of the node. */
    static final class Nodes implements OneNode {
        private final Set<DialledStream> open = ConcurrentHashMap.newKeySet();
        private final AtomicInteger overIpv4 = new AtomicInteger();
        private volatile Optional<RuntimeException> trouble = Optional.empty();
        private volatile boolean ipv6Only;

        /** Lets each attempt to open a stream fail. */
        void failWith(RuntimeException failure) {
            trouble = Optional.of(failure);
        }

        /** Lets nothing listen at 127.0.0.1, as for an app that listens at ::1 only. */
        void listenOverIpv6Only() {
            ipv6Only = true;
            overIpv4.set(0);
        }

        /** Returns how often a port was dialled at 127.0.0.1. */
        int dialledOverIpv4() {
            return overIpv4.get();
        }

        @Override
        public NodeStream open(StreamRequest request) {
            trouble.ifPresent(failure -> {
                throw failure;
            });
            var wanted = (StreamRequest.Port) request;
            if (!wanted.overIpv6()) {
                overIpv4.incrementAndGet();
            }
            return ipv6Only && !wanted.overIpv6()
                    ? DialledStream.refused(wanted.number())
                    : DialledStream.to(wanted.number(), open);
        }
    }

    @BeforeEach
    void startApp() throws IOException {
        app = new SampleApp();
        nodes.trouble = Optional.empty();
        nodes.ipv6Only = false;
    }

    @AfterEach
    void everyConnectionToTheAppIsClosed() {
        previews.close(ada);
        app.close();
        await().until(() -> nodes.open.isEmpty());
    }

    PreviewTarget target() {
        return new PreviewTarget(SANDBOX, NODE, app.port());
    }

    Visitor opened() throws IOException {
        return opened(ada, target());
    }

    Visitor opened(AccountId account, PreviewTarget target) throws IOException {
        var ticket = previews.open(account, account.equals(ada) ? session : SessionKey.unshared(), target);
        return enter(ticket.origin().getHost(), "tab " + ticket.ticket());
    }

    Visitor enter(String host, String body) throws IOException {
        var entered = visitor(host, "").post("/.slipway/open", body);
        assertThat(entered.status()).isEqualTo(204);
        var cookie = entered.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        return visitor(host, cookie);
    }

    /** Returns a browser at a host of this server. */
    Visitor visitor(String host, String cookie) {
        return new Visitor(port, host, cookie);
    }
}
