package dev.slipway.sandbox.attach;

import static org.awaitility.Awaitility.await;

import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.OneNode;
import dev.slipway.sandbox.StreamRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Real ssh server on the loopback address, with its own keys, for the account that runs the tests. */
public final class Sshd implements AutoCloseable {
    public static final String TARGET = "vm";
    private static final String SSHD = "/usr/sbin/sshd";

    private final Path folder;
    private final int port;
    private final Process server;

    public Sshd() {
        try {
            folder = Files.createTempDirectory("slipway-sshd");
            port = freePort();
            key("host");
            key("user");
            Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + port + " " + publicKey("host"));
            Files.writeString(folder.resolve("authorized_keys"), publicKey("user"));
            Files.writeString(folder.resolve("sshd_config"), """
                    ListenAddress 127.0.0.1
                    Port %d
                    HostKey %s
                    AuthorizedKeysFile %s
                    PasswordAuthentication no
                    KbdInteractiveAuthentication no
                    UsePAM no
                    StrictModes no
                    PermitRootLogin yes
                    PidFile none
                    PrintMotd no
                    PrintLastLog no
                    MaxStartups 100
                    """.formatted(
                            port, folder.resolve("host"), folder.resolve("authorized_keys")));
            // A server that runs as root starts its unprivileged process in this folder.
            if (System.getProperty("user.name").equals("root")) {
                Files.createDirectories(Path.of("/run/sshd"));
            }
            server = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the machines of a platform whose only attach target, {@code vm}, leads to this server. */
    public AttachedMachines machines() {
        return new AttachedMachines(new AttachProperties(Map.of(TARGET, target())));
    }

    /** Returns this server as a node. */
    public OneNode node() {
        return new SshNode(machines());
    }

    private record SshNode(AttachedMachines machines) implements OneNode {
        @Override
        public NodeStream open(StreamRequest request) {
            return machines.open(TARGET, request);
        }

        @Override
        public CommandResult run(StreamRequest.Command command, Duration timeout, int outputLimit) {
            return machines.run(TARGET, command, timeout, outputLimit);
        }

        @Override
        public void endShell(int number) {
            // The shell has ended with its stream.
        }
    }

    private AttachTarget target() {
        return new AttachTarget(
                ssh("-tt"),
                ssh("-T"),
                ssh("-T", "docker", "-H", dockerHost(), "system", "dial-stdio"),
                ssh("-W", "127.0.0.1:{port}"),
                List.of(),
                List.of("true"),
                AttachTarget.Words.JOINED,
                255,
                Map.of(),
                false);
    }

    /** Returns the engine that {@code slipway.engine.socket} names; it replaces the machine's own engine. */
    public static String dockerHost() {
        return System.getProperty("slipway.engine.socket", "unix:///run/slipway/engine.sock");
    }

    private List<String> ssh(String flag, String... command) {
        var words = new ArrayList<>(
                List.of("ssh", "-F", "none", "-i", folder.resolve("user").toString()));
        for (var option : List.of(
                "IdentitiesOnly=yes",
                "BatchMode=yes",
                "StrictHostKeyChecking=yes",
                "UserKnownHostsFile=" + folder.resolve("known_hosts"))) {
            words.addAll(List.of("-o", option));
        }
        var forward = flag.equals("-W");
        words.add(flag);
        if (forward) {
            words.addAll(List.of(command));
        }
        words.addAll(List.of("-p", Integer.toString(port), System.getProperty("user.name") + "@127.0.0.1"));
        if (!forward) {
            words.addAll(List.of(command));
        }
        return words;
    }

    /** Kills the server and all its connections, as when a machine loses power. */
    public void die() {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        await().until(() -> !server.isAlive());
    }

    private Process start() throws IOException {
        var process = new ProcessBuilder(
                        SSHD, "-D", "-e", "-f", folder.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(this::answers);
        return process;
    }

    private boolean answers() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void key(String name) throws IOException {
        var made = new ProcessBuilder(
                        "ssh-keygen",
                        "-q",
                        "-t",
                        "ed25519",
                        "-N",
                        "",
                        "-f",
                        folder.resolve(name).toString())
                .inheritIO()
                .start();
        await().until(() -> !made.isAlive());
    }

    private String publicKey(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".pub"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        die();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
