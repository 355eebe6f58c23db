package dev.slipway.preview.proxy;

import dev.slipway.preview.grant.HostNames;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts the proxy into the platform's server, after what finds out who really asks. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
final class PreviewServer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    /** Browsers send these as they are; the server would refuse them before anybody could pass them on. */
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

    /** Apps have names with slashes in their paths. The platform's own firewall refuses such paths for its pages. */
    private static void passPathsOn(Connector connector) {
        connector.setProperty("maxHttpRequestHeaderSize", Integer.toString(HeadLimit.SERVER_BYTES));
        connector.setProperty("maxHttpResponseHeaderSize", Integer.toString(HeadLimit.SERVER_BYTES));
        connector.setEncodedSolidusHandling("passthrough");
        connector.setEncodedReverseSolidusHandling("passthrough");
        connector.setProperty("relaxedPathChars", LENIENT);
        connector.setProperty("relaxedQueryChars", LENIENT);
    }
}
