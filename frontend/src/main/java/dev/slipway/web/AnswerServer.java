package dev.slipway.web;

import dev.slipway.platform.PlatformProperties;
import java.util.function.Predicate;
import org.apache.coyote.ProtocolHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Configures the limits of the server's connections and the headers of its responses. Runs after the customizer of
 * previews, so that the previews' valve comes first and serves the responses of apps without the platform's headers.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class AnswerServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final PlatformProperties platform;
    private final ConnectionProperties connections;
    private final Predicate<String> proxies;

    AnswerServer(
            PlatformProperties platform,
            ConnectionProperties connections,
            ProxyProperties proxy,
            TrustedProxies trusted) {
        this.platform = platform;
        this.connections = connections;
        this.proxies = proxy.isOn() ? trusted::contains : _ -> false;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.setProtocol(GuardedProtocol.class.getName());
        server.addEngineValves(new AnswerValve(platform.isHttps()));
        server.addProtocolHandlerCustomizers((ProtocolHandler handler) -> {
            if (handler instanceof GuardedProtocol guarded) {
                guarded.guard(connections, proxies);
            }
        });
    }
}
