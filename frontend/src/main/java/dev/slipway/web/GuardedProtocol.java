package dev.slipway.web;

import java.util.function.Predicate;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP/1.1 protocol with the connections of {@link GuardedEndpoint}. Tomcat instantiates this class by its
 * name.
 */
public final class GuardedProtocol extends Http11NioProtocol {
    private final GuardedEndpoint endpoint;

    /** Called by Tomcat. */
    public GuardedProtocol() {
        this(new GuardedEndpoint());
    }

    private GuardedProtocol(GuardedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void guard(ConnectionProperties properties, Predicate<String> exemptAddresses) {
        endpoint.guard(properties, exemptAddresses);
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new BadRequests(adapter));
    }
}
