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
 * The server's connections, with two limits that Tomcat lacks: the number of connections from one address, and the
 * total time in which a client must send the head of a request. Tomcat's own timeout restarts with each byte. One
 * thread accepts connections and another thread closes slow connections; the map that both threads use is concurrent.
 */
final class GuardedEndpoint extends NioEndpoint {
    private static final Logger log = LoggerFactory.getLogger(GuardedEndpoint.class);

    /**
     * Period of the sweep. The sweep may close a slow connection up to one period late, and a closed connection may
     * count towards its address's limit for up to one period.
     */
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
            // An exception that leaves this method would make the executor cancel all further sweeps.
            log.warn("slow connections could not be closed", e);
        }
    }

    private boolean isTooSlow(SocketWrapperBase<NioChannel> connection) {
        // Tomcat keeps a processor with a connection only while the rest of a head is missing, or while a response is
        // written asynchronously.
        if (!(connection.getCurrentProcessor() instanceof AbstractProcessor processor) || processor.isAsync()) {
            return false;
        }
        var began = processor.getRequest().getStartTimeNanos();
        return began > 0 && System.nanoTime() - began > headDeadlineNanos;
    }
}
