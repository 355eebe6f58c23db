package dev.slipway.check.gather;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.sandbox.DialledStream;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.OneNode;
import dev.slipway.sandbox.StreamRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A node engine with a hundred containers, as Docker lists them. */
final class WellEngine implements OneNode, AutoCloseable {
    private static final String CONTAINER = """
            {"Id": "0123456789abcdef", "Names": ["/webNUMBER"], "Image": "httpd", "ImageID": "sha256:a", "Command": "httpd",
             "Created": 1770000000, "Ports": [{"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"}],
             "Labels": {"a": "b"}, "State": "running", "Status": "Up 1 second", "Mounts": []}""";

    private final HttpServer server;
    private final Set<DialledStream> open = ConcurrentHashMap.newKeySet();

    WellEngine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var list = new StringBuilder("[");
        for (var container = 0; container < 100; container++) {
            list.append(container == 0 ? "" : ",").append(CONTAINER.replace("NUMBER", Integer.toString(container)));
        }
        var body = list.append("]").toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @Override
    public NodeStream open(StreamRequest request) {
        return DialledStream.to(server.getAddress().getPort(), open);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
