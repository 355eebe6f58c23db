package dev.slipway.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.coyote.AbstractProcessor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's connections, with bounds that Tomcat lacks: how many one address may have, and how long the head of a
 * request may take in all. Tomcat's own timeout begins again with each byte. One thread accepts and another one sweeps; the
 * map that they share is concurrent.
 */
final class GuardedEndpoint extends NioEndpoint {
    private static final Logger log = LoggerFactory.getLogger(GuardedEndpoint.class);

    /** How late a slow connection may be noticed, and how long one that was closed still counts. */
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private volatile int maxPerAddress = Integer.MAX_VALUE;
    private volatile long headDeadlineNanos = Long.MAX_VALUE;
    private volatile Predicate<String> exempt = _ -> false;

    void guard(ConnectionProperties properties, Predicate<String> exemptAddresses) {
        maxPerAddress = properties.maxPerAddress();
        headDeadlineNanos = properties.headDeadline().toNanos();
        exempt = exemptAddresses;
    }

    @Override
    public void startInternal() throws Exception {
        super.startInternal();
        var _ = getUtilityExecutor()
                .scheduleWithFixedDelay(this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        var address = address(socket);
        if (counts.merge(address, 1, Integer::sum) > maxPerAddress && !exempt.test(address)) {
            log.debug("connection refused address={} reason=too-many", address);
            return false;
        }
        return super.setSocketOptions(socket);
    }

    private static String address(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress remote
                    ? remote.getAddress().getHostAddress()
                    : "";
        } catch (IOException gone) {
            return "";
        }
    }

    private void sweep() {
        if (!isRunning()) {
            return;
        }
        try {
            var open = new ConcurrentHashMap<String, Integer>();
            for (var connection : getConnections()) {
                if (isTooSlow(connection)) {
                    connection.close();
                } else {
                    open.merge(String.valueOf(connection.getRemoteAddr()), 1, Integer::sum);
                }
            }
            counts.putAll(open);
            counts.keySet().retainAll(open.keySet());
        } catch (RuntimeException e) {
            // The next sweep must still come.
            log.warn("slow connections could not be looked for", e);
        }
    }

    private boolean isTooSlow(SocketWrapperBase<NioChannel> connection) {
        // A processor waits at its connection only for the rest of a head, or for an answer that is written later.
        if (!(connection.getCurrentProcessor() instanceof AbstractProcessor processor) || processor.isAsync()) {
            return false;
        }
        var began = processor.getRequest().getStartTimeNanos();
        return began > 0 && System.nanoTime() - began > headDeadlineNanos;
    }
}
