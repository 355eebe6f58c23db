package dev.slipway.check.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.fact.ContainersFact.Port;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImageName;
import dev.slipway.sandbox.events.SomeNodeEvents;
import dev.slipway.sandbox.json.BoundedJson;
import dev.slipway.sandbox.json.JsonMask;
import dev.slipway.sandbox.json.MemoryBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests with responses that were recorded from Docker 26.1.5 in a node. */
class EngineAnswersTest {

    private static String recorded(String name) {
        try (var file = EngineAnswersTest.class.getResourceAsStream("/dev/slipway/check/engine-26.1/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String name, JsonMask mask) {
        var body = new ByteArrayInputStream(recorded(name + ".json").getBytes(StandardCharsets.UTF_8));
        try (var share = new MemoryBudget(DataSize.ofMegabytes(1)).share()) {
            return BoundedJson.read(body, Integer.MAX_VALUE, mask, share);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImageFact.Detail image(String name) {
        return EngineAnswers.image(
                        json("image-" + name, EngineAnswers.IMAGE), json("history-" + name, EngineAnswers.HISTORY))
                .image()
                .orElseThrow();
    }

    @Test
    void readsContainersWithPortsOncePerPort() {
        var web = EngineAnswers.containers(json("containers", EngineAnswers.CONTAINERS))
                .named("web")
                .orElseThrow();

        assertThat(web.image()).isEqualTo("httpd");
        assertThat(web.isRunning()).isTrue();
        assertThat(web.ports()).containsExactly(new Port(8080, 80, "tcp"));
    }

    @Test
    void knowsTheImageOfAContainerThatWasRunById() {
        var images = EngineAnswers.images(json("images", EngineAnswers.IMAGES));
        var job = EngineAnswers.containers(json("containers", EngineAnswers.CONTAINERS))
                .named("job")
                .orElseThrow();

        assertThat(job.isOf(ImageName.parse("httpd").orElseThrow(), images)).isTrue();
        assertThat(job.isOf(ImageName.parse("busybox").orElseThrow(), images)).isFalse();
        assertThat(job.imageText(images)).startsWith("httpd:");
    }

    @Test
    void readsHowAContainerEnded() {
        var job = EngineAnswers.containers(json("containers", EngineAnswers.CONTAINERS))
                .named("job")
                .orElseThrow();

        assertThat(job.state()).isEqualTo("exited");
        assertThat(job.exitCode()).contains(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"committed-1", "committed-byid", "committed-hosted"})
    void commitIsACommit(String name) {
        assertThat(image(name).isCommit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"buildkit-1", "classic-1", "classic-committed", "classic-copied", "httpd-latest", "tagged-1"})
    void nothingElseIs(String name) {
        assertThat(image(name).isCommit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"buildkit-1", "classic-1", "classic-committed", "classic-copied", "httpd-latest"})
    void whatABuilderMadeIsBuilt(String name) {
        assertThat(image(name).isBuilt()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"committed-1", "committed-byid", "committed-hosted"})
    void whatWasCommittedIsNotBuilt(String name) {
        assertThat(image(name).isBuilt()).isFalse();
    }

    @Test
    void tagHasTheIdOfItsImageAndCommitItsParent() {
        assertThat(image("tagged-1").id()).isEqualTo(image("httpd-latest").id());
        assertThat(image("committed-1").parent())
                .isEqualTo(image("httpd-latest").id());
    }

    @Test
    void readsEventsWithoutWhatWasTyped() {
        var events = recorded("events.jsonl")
                .lines()
                .map(line -> EngineAnswers.event(SomeNodeEvents.event(line)))
                .toList();

        assertThat(events).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("container");
            assertThat(event.action()).isEqualTo("start");
            assertThat(event.name()).isEqualTo("web");
            assertThat(event.image()).isEqualTo("httpd");
        });
        assertThat(events)
                .extracting(event -> event.action())
                .contains("commit", "exec_create")
                .noneMatch(a -> a.contains(":"));
    }

    @Test
    void emptyAnswersAreEmptyFacts() {
        var nothing = JsonMapper.shared().readTree("{}");

        assertThat(EngineAnswers.containers(nothing).containers()).isEmpty();
        assertThat(EngineAnswers.images(nothing).images()).isEmpty();
        assertThat(EngineAnswers.image(nothing, nothing).image().orElseThrow().isCommit())
                .isFalse();
    }
}
