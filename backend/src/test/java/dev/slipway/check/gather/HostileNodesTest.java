package dev.slipway.check.gather;

import static dev.slipway.check.assertion.FactsBuilder.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.check.fact.ContainerTraits;
import dev.slipway.check.fact.EngineTraits;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.ImageTraits;
import dev.slipway.check.fact.Observed;
import dev.slipway.check.fact.StoreTraits;
import dev.slipway.check.fact.SwarmTraits;
import dev.slipway.sandbox.json.MemoryBudget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

/** Tests all readers of facts with responses that never end, arrive slowly, or are nested without limit. */
class HostileNodesTest {
    private static final DataSize COMMON = DataSize.ofMegabytes(8);
    /** The time of a wave, and additional time for a machine under load. */
    private static final Duration PATIENCE = HostileNodes.WAVE.plusSeconds(5);

    private static final List<FactNeed<?>> FROM_THE_ENGINE = List.of(
            new FactNeed.Containers(HostileNodes.NODE),
            new FactNeed.Images(HostileNodes.NODE),
            new FactNeed.Image(HostileNodes.NODE, image("httpd")),
            new FactNeed.ContainerFile(HostileNodes.NODE, "web", "/etc/motd"),
            new FactNeed.ImageFile(HostileNodes.NODE, image("httpd"), "/etc/motd"),
            new FactNeed.Property(HostileNodes.NODE, ContainerTraits.LABEL, "web", "a"),
            new FactNeed.Property(HostileNodes.NODE, ContainerTraits.LOGS, "web", ""),
            new FactNeed.Property(HostileNodes.NODE, ImageTraits.HISTORY, "httpd", ""),
            new FactNeed.Property(HostileNodes.NODE, StoreTraits.NETWORK_ATTACHED, "net", ""),
            new FactNeed.Property(HostileNodes.NODE, StoreTraits.PROJECT_SERVICE, "shop", ""),
            new FactNeed.Property(HostileNodes.NODE, SwarmTraits.RUNNING, "web", ""),
            new FactNeed.Property(HostileNodes.NODE, EngineTraits.VERSION, "", ""));
    private static final List<FactNeed<?>> FROM_PORTS = List.of(
            new FactNeed.Http(HostileNodes.NODE, 80, "/"),
            new FactNeed.Tcp(HostileNodes.NODE, 80),
            new FactNeed.Dns(HostileNodes.NODE, 53, "web"));

    private final MemoryBudget memory = new MemoryBudget(COMMON);

    @ParameterizedTest
    @EnumSource(HostileServer.Attack.class)
    void readersOfAnEngineEndInTimeAndFindNothing(HostileServer.Attack attack) throws IOException {
        try (var node = new HostileServer(attack)) {
            for (var observed : HostileNodes.looks(node, memory, FROM_THE_ENGINE, PATIENCE)) {
                assertThat(observed).isNotInstanceOf(Observed.Seen.class);
            }
            await().untilAsserted(() -> assertThat(node.openStreams()).isZero());
        }
        assertThat(memory.free()).isEqualTo(COMMON.toBytes());
    }

    @ParameterizedTest
    @EnumSource(HostileServer.Attack.class)
    void readersOfPortsEndInTimeAndKeepLittle(HostileServer.Attack attack) throws IOException {
        try (var node = new HostileServer(attack)) {
            for (var observed : HostileNodes.looks(node, memory, FROM_PORTS, PATIENCE)) {
                assertThat(observed.toString()).hasSizeLessThan(40_000);
            }
            await().untilAsserted(() -> assertThat(node.openStreams()).isZero());
        }
    }

    @Test
    void engineThatAnswersTooMuchIsAskedLessOften() throws IOException {
        try (var node = new HostileServer(HostileServer.Attack.TWO_MEGABYTES_OF_OBJECTS);
                var observer = HostileNodes.observer(node, memory)) {
            for (var count = 0; count < 20; count++) {
                try (var wave = observer.wave()) {
                    assertThat(wave.gather(FROM_THE_ENGINE).about(new FactNeed.Containers(HostileNodes.NODE)))
                            .isEqualTo(new Observed.Unavailable<>(
                                    "The Docker Engine on node1 answers more than can be read."));
                }
            }

            assertThat(node.asked()).isOne();
        }
    }

    /** Observes twenty hostile nodes and a healthy one at the same time, with a heap of only 64 MB. */
    @Test
    void hostileNodesNeitherFillTheHeapNorDelayAnother() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileNodes.class.getName())
                .redirectErrorStream(true)
                .start();

        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readAllAsString()).contains("well, at most");
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
