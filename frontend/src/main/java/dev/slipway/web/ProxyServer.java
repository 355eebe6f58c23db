package dev.slipway.web;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Installs {@link ProxyValve} before all other valves. If forwarded headers are on, also installs the valve that
 * determines the client's real address from these headers. That valve uses only headers from trusted addresses.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProxyServer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private final ProxyProperties properties;
    private final TrustedProxies trusted;
    private final ProxyWatch watch;

    ProxyServer(ProxyProperties properties, TrustedProxies trusted, ProxyWatch watch) {
        this.properties = properties;
        this.trusted = trusted;
        this.watch = watch;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addEngineValves(new ProxyValve(watch));
        if (properties.isOn()) {
            var valve = new RemoteIpValve();
            valve.setInternalProxies(trusted.blocks());
            valve.setRemoteIpHeader("X-Forwarded-For");
            valve.setProtocolHeader("X-Forwarded-Proto");
            valve.setHostHeader("X-Forwarded-Host");
            valve.setPortHeader("X-Forwarded-Port");
            server.addEngineValves(valve);
        }
    }
}
