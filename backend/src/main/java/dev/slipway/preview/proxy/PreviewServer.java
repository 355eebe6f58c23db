package dev.slipway.preview.proxy;

import dev.slipway.preview.grant.HostNames;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the proxy to the platform's server, after the valve that determines the client's address. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class PreviewServer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    /**
     * Characters that browsers send unescaped; without this setting, the server would refuse requests that contain
     * them.
     */
    private static final String LENIENT = "\"<>[\\]^`{|}";

    private final HostNames hosts;
    private final Gateway gateway;

    PreviewServer(HostNames hosts, Gateway gateway) {
        this.hosts = hosts;
        this.gateway = gateway;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addEngineValves(new PreviewValve(hosts, gateway));
        server.addConnectorCustomizers(PreviewServer::passPathsOn);
    }

    /**
     * Makes the server accept encoded slashes and large heads, because apps use both. The firewall for the platform's
     * own pages still refuses paths with encoded slashes.
     */
    private static void passPathsOn(Connector connector) {
        connector.setProperty("maxHttpRequestHeaderSize", Integer.toString(HeadLimit.SERVER_BYTES));
        connector.setProperty("maxHttpResponseHeaderSize", Integer.toString(HeadLimit.SERVER_BYTES));
        connector.setEncodedSolidusHandling("passthrough");
        connector.setEncodedReverseSolidusHandling("passthrough");
        connector.setProperty("relaxedPathChars", LENIENT);
        connector.setProperty("relaxedQueryChars", LENIENT);
    }
}
