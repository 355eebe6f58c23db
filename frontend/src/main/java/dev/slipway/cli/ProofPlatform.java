package dev.slipway.cli;

import dev.slipway.platform.AfterCommit;
import dev.slipway.proof.Proofs;
import dev.slipway.sandbox.SandboxChanged;
import dev.slipway.sandbox.Sandboxes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.util.FileSystemUtils;

/**
 * A complete platform that exists while proofs run. Its database is in memory, it has no accounts, and it listens on
 * one port of the loopback interface only. Its sandboxes have their own instance name, so that the next platform for
 * proofs removes the sandboxes that a killed one left behind.
 */
public final class ProofPlatform implements LabTestCommand.RunningProofs {
    private static final Duration CLEAN_UP = Duration.ofSeconds(60);

    private final ConfigurableApplicationContext context;
    private final Path data;

    private ProofPlatform(ConfigurableApplicationContext context, Path data) {
        this.context = context;
        this.data = data;
    }

    /**
     * Starts the platform.
     *
     * @param application the platform's main class
     * @param labs folders from which the platform reads labs
     */
    public static ProofPlatform start(Class<?> application, List<Path> labs) {
        var folders = labs.stream().map(Path::toString).collect(Collectors.joining(","));
        var data = temporaryFolder();
        var context = SpringApplication.run(
                application,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=jdbc:h2:mem:proof;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                        + "DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_ON_EXIT=FALSE",
                "--slipway.data=" + data,
                "--slipway.account.demo=false",
                "--slipway.lab.folders=" + folders,
                "--slipway.sandbox.instance=proof",
                "--logging.threshold.console=warn");
        return new ProofPlatform(context, data);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("slipway-proof");
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder could not be created", e);
        }
    }

    @Override
    public Proofs proofs() {
        return context.getBean(Proofs.class);
    }

    /** Waits at most a minute until all sandboxes are removed, then stops the platform. */
    @Override
    public void close() {
        try {
            awaitRemoval();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.close();
        FileSystemUtils.deleteRecursively(data.toFile());
    }

    private void awaitRemoval() throws InterruptedException {
        var changes = new Semaphore(0);
        context.addApplicationListener((ApplicationEvent event) -> {
            if (event instanceof PayloadApplicationEvent<?> published
                    && published.getPayload() instanceof SandboxChanged) {
                AfterCommit.start("proof-removal", changes::release);
            }
        });
        var sandboxes = context.getBean(Sandboxes.class);
        var deadline = System.nanoTime() + CLEAN_UP.toNanos();
        while (!sandboxes.open().isEmpty() && changes.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            changes.drainPermits();
        }
    }
}
