package dev.slipway.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Passes each request except health checks to {@link ProxyWatch}. Runs before the valve that applies forwarded headers,
 * because that valve changes the request.
 */
final class ProxyValve extends ValveBase {
    /** Path of health checks. They come from this machine and do not pass through a proxy. */
    private static final String HEALTH = "/actuator/health";

    private final ProxyWatch watch;

    ProxyValve(ProxyWatch watch) {
        super(true);
        this.watch = watch;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var path = request.getRequestURI();
        if (path == null || !path.startsWith(HEALTH)) {
            watch.look(new ProxyWatch.Seen(
                    request.getRequest().getRemoteAddr(),
                    request.getHeader("Host"),
                    request.getHeader("X-Forwarded-Host"),
                    request.getHeader("X-Forwarded-For"),
                    request.getHeader("X-Forwarded-Proto")));
        }
        getNext().invoke(request, response);
    }
}
