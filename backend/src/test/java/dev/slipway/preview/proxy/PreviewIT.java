package dev.slipway.preview.proxy;

import static dev.slipway.preview.SomePreviews.NODE;
import static dev.slipway.preview.SomePreviews.SANDBOX;
import static dev.slipway.preview.SomePreviews.anAccount;
import static dev.slipway.preview.SomePreviews.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.account.SessionKey;
import dev.slipway.platform.PlatformProperties;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.PreviewProperties;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.preview.Previews;
import dev.slipway.preview.SomePreviews;
import dev.slipway.preview.proxy.RawBrowser.Page;
import dev.slipway.sandbox.OneReadySandbox;
import dev.slipway.sandbox.provision.RealNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** Real servers in a learner's containers, in a real node. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.threads.virtual.enabled=true")
class PreviewIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    Previews previews;

    @Autowired
    OpenPorts ports;

    @Autowired
    RealNode node;

    @SpringBootConfiguration
    @ComponentScan(
            basePackages = {"dev.slipway.preview", "dev.slipway.sandbox.events", "dev.slipway.sandbox.json"},
            excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Platform {
        @Bean
        RealNode node() {
            return RealNode.started();
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
    }

    @Test
    void publishedPortIsKnownAndSeenAndGoneWithItsContainer() throws IOException {
        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            node.sh("docker run -d --name web -p 8080:80 httpd");
            await().atMost(PATIENCE).until(() -> ports.of(SANDBOX).contains(new OpenPort(NODE, 8080, "web", true)));

            var page = ask(8080, "/");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("It works!");

            node.sh("docker rm -f web");
            await().atMost(PATIENCE).until(() -> !ports.of(SANDBOX).contains(new OpenPort(NODE, 8080, "web", true)));
            assertThat(ask(8080, "/").body()).contains("Nothing listens on port 8080");
        }
    }

    @Test
    void portOfTheHostNetworkIsOfferedOnceSomethingListensThere() throws IOException {
        var idle = "until test -e /go; do sleep 0.1; done; ";
        try (var _ = ports.follow(SANDBOX, List.of(NODE))) {
            node.sh("nohup nc -lk 8090 > /dev/null 2>&1 &");
            node.sh("docker run -d --name direct --network host busybox sh -c '" + idle + "exec httpd -f -p 8085'");
            node.sh("docker run -d --name late --network host busybox sleep 600");
            node.sh("docker exec direct touch /go");

            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(ports.of(SANDBOX)).containsExactly(new OpenPort(NODE, 8085, "direct", false)));
            assertThat(ask(8085, "/").status()).isEqualTo(404);

            node.sh("docker rm -f direct");
            await().atMost(PATIENCE).until(() -> ports.of(SANDBOX).isEmpty());
            node.sh("docker rm -f late");
        }
    }

    @Test
    void bigFileComesWholeAndInParts() throws IOException {
        node.sh("docker run -d --name files -p 8082:80 httpd; docker exec files sh -c"
                + " 'head -c 30000000 /dev/zero > /usr/local/apache2/htdocs/big'");

        assertThat(ask(8082, "/big").body()).hasSize(30_000_000);
        var part = ask(8082, "/big", "Range: bytes=10-19");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).contains("bytes 10-19/30000000");
        assertThat(part.body()).hasSize(10);
        node.sh("docker rm -f files");
    }

    @Test
    void portWithoutAListenerBehindIsExplained() throws IOException {
        node.sh("docker run -d --name idle -p 8083:9 busybox sleep 600");

        assertThat(ask(8083, "/").body()).contains("closed it without an answer");
        node.sh("docker rm -f idle");
    }

    private Page ask(int number, String path, String... lines) throws IOException {
        var ticket = previews.open(anAccount(), SessionKey.unshared(), new PreviewTarget(SANDBOX, NODE, number));
        var host = "Host: " + ticket.origin().getAuthority();
        var entered = RawBrowser.ask(port, "POST", "/.slipway/open", "tab " + ticket.ticket(), host);
        var cookie = entered.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        var all = new ArrayList<>(List.of(host, "Cookie: " + cookie));
        all.addAll(List.of(lines));
        return RawBrowser.ask(port, "GET", path, "", all.toArray(String[]::new));
    }
}
