package dev.slipway.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Debian's nginx, configured as in deploying.md, with a self-signed certificate. */
final class Nginx implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final int port;

    /**
     * Starts nginx and waits until it listens.
     *
     * @param port port for HTTPS
     * @param platform port of the platform
     */
    Nginx(int port, int platform) throws IOException, InterruptedException {
        this.port = port;
        var folder = Files.createTempDirectory("slipway-nginx");
        run(
                folder,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "1",
                "-subj",
                "/CN=localhost",
                "-keyout",
                "key.pem",
                "-out",
                "certificate.pem");
        Files.writeString(folder.resolve("nginx.conf"), configuration(folder, port, platform));
        process = new ProcessBuilder("/usr/sbin/nginx", "-p", folder.toString(), "-c", "nginx.conf")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        Awaitility.await("nginx").atMost(START).until(this::isListening);
    }

    /** Returns the configuration. Its locations are those of docs/operating/deploying.md. */
    private static String configuration(Path folder, int port, int platform) {
        return """
                daemon off;
                master_process off;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events {}
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                  map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
                  server {
                    listen 127.0.0.1:%2$d ssl;
                    ssl_certificate %1$s/certificate.pem;
                    ssl_certificate_key %1$s/key.pem;
                    client_header_timeout 15s;
                    large_client_header_buffers 4 64k;
                    client_max_body_size 0;
                    location / {
                      proxy_pass http://127.0.0.1:%3$d;
                      proxy_http_version 1.1;
                      proxy_set_header Host $http_host;
                      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                      proxy_set_header X-Forwarded-Proto $scheme;
                      proxy_set_header X-Forwarded-Host $http_host;
                      proxy_set_header X-Forwarded-Port $server_port;
                      proxy_set_header Upgrade $http_upgrade;
                      proxy_set_header Connection $connection_upgrade;
                      proxy_buffering off;
                      proxy_request_buffering off;
                      proxy_buffer_size 64k;
                      proxy_buffers 8 64k;
                      proxy_read_timeout 1h;
                    }
                  }
                }
                """.formatted(folder, port, platform);
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        var started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("certificate.log").toFile())
                .start();
        if (started.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("certificate.log")));
        }
    }

    private boolean isListening() {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
