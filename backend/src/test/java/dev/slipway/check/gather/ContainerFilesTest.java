package dev.slipway.check.gather;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.Observed;
import dev.slipway.sandbox.DialledStream;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.OneNode;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.json.MemoryBudget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Tests with an engine that has one container, {@code web}. */
class ContainerFilesTest {
    private static final String CONTAINER = "/v1.44/containers/web/";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String UNREADABLE = "The Docker Engine on node1 gave an answer that cannot be read.";

    private final Map<String, byte[]> archives = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        answer("json", _ -> "{\"Id\":\"1\"}".getBytes(UTF_8));
        answer("archive", path -> archives.get(path.substring("path=".length())));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private interface Answers {
        /** Returns the body of the response; null if the status is 404. */
        byte @Nullable [] to(String query);
    }

    private void answer(String resource, Answers answers) {
        server.createContext(CONTAINER + resource, exchange -> {
            try (exchange) {
                var body = answers.to(String.valueOf(exchange.getRequestURI().getQuery()));
                exchange.sendResponseHeaders(body == null ? 404 : 200, body == null ? -1 : body.length);
                if (body != null) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
    }

    /** Makes the engine send the same block again and again until the reader closes the connection. */
    private void answerWithoutEnd(byte[] block) {
        server.removeContext(CONTAINER + "archive");
        server.createContext(CONTAINER + "archive", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                while (true) {
                    exchange.getResponseBody().write(block);
                }
            }
        });
    }

    private Observed<?> observed(String path) {
        var needs = List.<FactNeed<?>>of(new FactNeed.ContainerFile(HostileNodes.NODE, "web", path));
        return HostileNodes.looks(
                        new ServedNode(server.getAddress().getPort()),
                        new MemoryBudget(DataSize.ofMegabytes(8)),
                        needs,
                        PATIENCE)
                .getFirst();
    }

    private static byte[] archive(TarArchiveEntry entry, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TarArchiveOutputStream(bytes)) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            entry.setSize(content.length);
            out.putArchiveEntry(entry);
            out.write(content);
            out.closeArchiveEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] file(byte[] content) {
        return archive(new TarArchiveEntry("file"), content);
    }

    private static byte[] link(String target) {
        var entry = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return archive(entry, new byte[0]);
    }

    private static Observed<FileFact> seen(String text, boolean truncated) {
        return new Observed.Seen<>(new FileFact(FileFact.Kind.FILE, text, truncated));
    }

    private static Observed<FileFact> seen(FileFact.Kind kind) {
        return new Observed.Seen<>(FileFact.of(kind));
    }

    @Test
    void readsFilesInAnyEncodingToTheirEnd() {
        archives.put("/etc/motd", file("grüezi mitenand".getBytes(UTF_8)));
        archives.put("/etc/old", file("grüezi mitenand".getBytes(ISO_8859_1)));

        assertThat(observed("/etc/motd")).isEqualTo(seen("grüezi mitenand", false));
        assertThat(observed("/etc/old")).isEqualTo(seen("gr\ufffdezi mitenand", false));
        assertThat(observed("/etc/none")).isEqualTo(seen(FileFact.Kind.MISSING));
    }

    @Test
    void keepsTheBeginningOfALongFile() {
        archives.put("/log", file("x".repeat(100_000).getBytes(UTF_8)));

        assertThat(observed("/log")).isEqualTo(seen("x".repeat(16 * 1024), true));
    }

    @Test
    void followsLinks() {
        archives.put("/etc/motd", link("grüezi"));
        archives.put("/etc/grüezi", link("../var/motd"));
        archives.put("/etc/../var/motd", link("/run/" + "x".repeat(200)));
        archives.put("/run/" + "x".repeat(200), file("hello".getBytes(UTF_8)));
        archives.put("/loop", link("loop"));

        assertThat(observed("/etc/motd")).isEqualTo(seen("hello", false));
        assertThat(observed("/loop")).isEqualTo(seen(FileFact.Kind.OTHER));
    }

    @Test
    void linkToANameThatNoFileCanHaveIsALinkToNothing() {
        archives.put("/etc/motd", link("a\0b" + "x".repeat(100)));

        assertThat(observed("/etc/motd")).isEqualTo(seen(FileFact.Kind.MISSING));
    }

    @Test
    void answerThatIsNoArchiveCannotBeRead() {
        archives.put("/nothing", new byte[0]);
        archives.put("/zeroes", new byte[10_240]);
        archives.put("/text", "x".repeat(5000).getBytes(UTF_8));

        for (var path : archives.keySet()) {
            assertThat(observed(path)).as(path).isEqualTo(new Observed.Unavailable<>(UNREADABLE));
        }
    }

    @Test
    void archiveWithoutEndIsReadOnlyAsFarAsNeeded() {
        var header = file(new byte[0]);
        header[156] = 'x';
        answerWithoutEnd(header);
        assertThat(observed("/etc/motd")).isEqualTo(new Observed.Unavailable<>(UNREADABLE));

        answerWithoutEnd(file("x".repeat(20_000).getBytes(UTF_8)));
        assertThat(observed("/etc/motd")).isEqualTo(seen("x".repeat(16 * 1024), true));
    }

    /** A node whose engine is a local server. */
    private record ServedNode(int port) implements OneNode {
        @Override
        public NodeStream open(StreamRequest request) {
            return DialledStream.to(port, ConcurrentHashMap.newKeySet());
        }
    }
}
