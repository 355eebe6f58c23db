package dev.slipway.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The platform under test: a process that runs the built jar, or the running platform that {@code slipway.e2e.url} and
 * {@code slipway.e2e.credentials} name.
 */
final class Platform {
    private static final Duration START = Duration.ofMinutes(2);

    /** Twice the time in which a platform must stop its parts. */
    private static final Duration STOP = Duration.ofMinutes(1);

    private static final Path JAR = Path.of("target", "slipway", "slipway.jar");

    private final String instance = "e2e-" + UUID.randomUUID().toString().substring(0, 8);
    private final @Nullable Path data;
    /** The address on which it listens, and below it the one that users use. */
    private final URI url;

    private final URI publicUrl;
    private final List<String> settings;
    private final Credentials credentials;
    private @Nullable Process process;

    private Platform(URI url, URI publicUrl, List<String> settings, @Nullable Path data, Path credentialsFile)
            throws IOException, InterruptedException {
        this.url = url;
        this.publicUrl = publicUrl;
        this.settings = List.copyOf(settings);
        this.data = data;
        if (data != null) {
            start();
        }
        this.credentials = Credentials.read(credentialsFile);
    }

    static Platform open() throws IOException, InterruptedException {
        var running = System.getProperty("slipway.e2e.url", "");
        if (!running.isEmpty()) {
            var there = URI.create(running);
            return new Platform(there, there, List.of(), null, Path.of(System.getProperty("slipway.e2e.credentials")));
        }
        var url = URI.create("http://localhost:" + freePort());
        return ours(url, url, List.of());
    }

    /**
     * Starts a platform that listens on this port and has another public URL, with settings such as {@code
     * slipway.proxy.trusted=…}.
     */
    static Platform behind(int port, URI publicUrl, String... settings) throws IOException, InterruptedException {
        return ours(URI.create("http://localhost:" + port), publicUrl, List.of(settings));
    }

    private static Platform ours(URI url, URI publicUrl, List<String> settings)
            throws IOException, InterruptedException {
        var data = Files.createTempDirectory("slipway-e2e");
        return new Platform(url, publicUrl, settings, data, data.resolve("credentials"));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Returns whether the test started the platform and may kill it. */
    boolean isOurs() {
        return data != null;
    }

    /** Returns the platform's data folder, if the test started it. */
    Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    String url(String path) {
        return publicUrl + "/" + path;
    }

    /** Returns the port on which the platform itself listens, without a proxy. */
    int port() {
        return url.getPort();
    }

    /** Returns the platform's log. */
    String log() throws IOException {
        return Files.readString(Path.of("target", instance + ".log"));
    }

    Credentials.Entry account(String role) {
        return credentials.of(role);
    }

    void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", instance + ".log").toFile()))
                .start();
        try {
            Awaitility.await("the platform to be healthy")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> !isRunning() || isHealthy());
        } catch (ConditionTimeoutException hangs) {
            writeThreads(process);
            throw hangs;
        }
        if (!isRunning()) {
            throw new IllegalStateException("the platform ended while starting, see target/" + instance + ".log");
        }
    }

    private List<String> command() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = new ArrayList<String>();
        command.addAll(List.of(java.toString(), "--enable-native-access=ALL-UNNAMED", "-jar", JAR.toString()));
        command.add("--server.port=" + url.getPort());
        command.add("--slipway.data=" + data);
        command.add("--slipway.url=" + publicUrl);
        command.add("--slipway.lab.folders=" + folder("..", "labs") + "," + folder("src", "test", "labs"));
        command.add("--slipway.sandbox.instance=" + instance);
        // Ten times the default, because the machine is busy with tests.
        command.add("--slipway.sandbox.ready-timeout=5m");
        settings.forEach(setting -> command.add("--" + setting));
        setting("slipway.engine.socket", "slipway.engine.socket", command);
        setting("slipway.images", "slipway.sandbox.images-file", command);
        setting("slipway.agents.folder", "slipway.agents.folder", command);
        return command;
    }

    private static Path folder(String first, String... more) {
        return Path.of(first, more).toAbsolutePath().normalize();
    }

    private static void setting(String ofTest, String ofPlatform, List<String> command) {
        var value = System.getProperty(ofTest, "");
        if (!value.isEmpty()) {
            command.add("--" + ofPlatform + "=" + value);
        }
    }

    private boolean isRunning() {
        return process != null && process.isAlive();
    }

    private boolean isHealthy() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/actuator/health"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        }
    }

    /** Kills the process without a chance to clean up. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Stops the platform. Fails if it does not stop in time. */
    void stop() throws InterruptedException, IOException {
        if (process == null) {
            return;
        }
        process.destroy();
        var ended = process.waitFor(STOP);
        if (!ended) {
            writeThreads(process);
            kill();
        }
        EngineSweep.remove(instance);
        if (!ended) {
            throw new IllegalStateException("the platform did not end, see target/" + instance + ".threads.txt");
        }
    }

    /** Writes a dump of all threads, including virtual ones. */
    private void writeThreads(Process hanging) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        var threads = Path.of("target", instance + ".threads.txt").toAbsolutePath();
        new ProcessBuilder(
                        jcmd.toString(),
                        Long.toString(hanging.pid()),
                        "Thread.dump_to_file",
                        "-overwrite",
                        threads.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", instance + ".log").toFile()))
                .start()
                .waitFor(STOP);
    }
}
