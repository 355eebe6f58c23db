package dev.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.PlatformProperties;
import dev.slipway.web.ProxyProperties.ForwardHeaders;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProxyWatchTest {
    private static final String ROUTES = """
            Iface\tDestination\tGateway\tFlags
            eth0\t00000000\t010012AC\t0003
            eth0\t000012AC\t00000000\t0001
            """;

    @Test
    void gatewayAndLoopbackAreNamesOfAddresses() {
        var trusted = new TrustedProxies(
                List.of("loopback", "gateway", "192.0.2.0/24", " "),
                ROUTES.lines().toList());

        assertThat(trusted.blocks()).isEqualTo("127.0.0.0/8,::1/128,172.18.0.1,192.0.2.0/24");
        assertThat(trusted.contains("172.18.0.1")).isTrue();
        assertThat(trusted.contains("172.18.0.2")).isFalse();
        assertThat(trusted.contains("192.0.2.200")).isTrue();
        assertThat(trusted.contains("::1")).isTrue();
        assertThat(trusted.contains("school.example")).isFalse();
        assertThatThrownBy(() -> new TrustedProxies(List.of("my-proxy"), List.of()))
                .hasMessageContaining("SLIPWAY_TRUSTED_PROXIES");
    }

    @Test
    void httpsWithoutForwardedHeadersIsNamedBeforeAnybodyAsks() {
        assertThat(watch("https://school.example", ForwardHeaders.NONE).findings())
                .containsExactly(ProxyFinding.HEADERS_OFF);
        assertThat(watch("http://localhost:8080", ForwardHeaders.NONE).findings())
                .isEmpty();
        assertThat(watch("https://school.example", ForwardHeaders.NATIVE).findings())
                .isEmpty();
    }

    @Test
    void whatAProxyDoesNotSayIsNamedUntilItDoes() {
        var watch = watch("https://school.example", ForwardHeaders.NATIVE);

        watch.look(seen("127.0.0.1", "localhost:8080", null, null));
        assertThat(watch.findings())
                .containsExactly(ProxyFinding.NO_CLIENT_ADDRESS, ProxyFinding.NO_SCHEME, ProxyFinding.HOST_CHANGED);

        watch.look(seen("127.0.0.1", "school.example", "198.51.100.7", "https"));
        assertThat(watch.findings()).isEmpty();
    }

    @Test
    void proxyThatIsNotTrustedIsNamedAndStrangersAreNotHeard() {
        var watch = watch("https://school.example", ForwardHeaders.NATIVE);

        watch.look(seen("203.0.113.9", "school.example", "198.51.100.7", "https"));
        assertThat(watch.findings()).isEmpty();

        watch.look(seen("10.0.0.7", "school.example", "198.51.100.7", "https"));
        assertThat(watch.findings()).containsExactly(ProxyFinding.PROXY_NOT_TRUSTED);
    }

    private static ProxyWatch watch(String url, ForwardHeaders headers) {
        var properties = new ProxyProperties(headers, List.of("loopback"));
        return new ProxyWatch(
                properties,
                new TrustedProxies(properties.trusted(), List.of()),
                new PlatformProperties(Path.of("data"), URI.create(url)),
                Clock.systemUTC());
    }

    private static ProxyWatch.Seen seen(
            String peer, String host, @Nullable String forwardedFor, @Nullable String forwardedProto) {
        return new ProxyWatch.Seen(peer, host, null, forwardedFor, forwardedProto);
    }
}
