package dev.slipway.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Another program that shows a node's shell in a browser, by {@code docker exec -it}. A benchmark measures it in the
 * same run and on the same node, if it is installed.
 */
final class Rival implements Closeable {
    private static final Duration START = Duration.ofSeconds(20);

    private final String name;
    private final int port;
    private final Process process;

    private Rival(String name, int port, Process process) {
        this.name = name;
        this.port = port;
        this.process = process;
    }

    /** Starts the programs that are on the {@code PATH}. */
    static List<Rival> installed(String engine, String container) throws IOException {
        var shell = List.of("docker", "-H", engine, "exec", "-it", container, "/bin/bash", "-l");
        var rivals = new ArrayList<Rival>();
        for (var name : List.of("ttyd", "wetty")) {
            var program = onPath(name);
            if (program.isPresent()) {
                rivals.add(started(name, program.get(), shell));
            }
        }
        return rivals;
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Rival started(String name, Path program, List<String> shell) throws IOException {
        var port = freePort();
        var command = new ArrayList<>(List.of(program.toString()));
        if (name.equals("ttyd")) {
            command.addAll(List.of("--writable", "--interface", "127.0.0.1", "--port", Integer.toString(port)));
            // Makes ttyd draw with DOM elements, as the platform's terminal does in a browser without WebGL.
            command.addAll(List.of("--client-option", "rendererType=dom"));
            command.addAll(shell);
        } else {
            command.addAll(List.of("--base", "/", "--host", "127.0.0.1", "--port", Integer.toString(port)));
            command.addAll(List.of("--command", String.join(" ", shell)));
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var rival = new Rival(name, port, process);
        rival.awaitListening();
        return rival;
    }

    private void awaitListening() {
        for (var deadline = System.nanoTime() + START.toNanos(); System.nanoTime() < deadline; Pause.millis(100)) {
            try (var probe = new Socket()) {
                probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    break;
                }
            }
        }
        process.destroy();
        throw new IllegalStateException(name + " does not start");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String name() {
        return name;
    }

    /** Returns the address of the program's page. */
    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    Line open() throws IOException {
        return name.equals("ttyd") ? new TtydLine(port) : new WettyLine(port);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
