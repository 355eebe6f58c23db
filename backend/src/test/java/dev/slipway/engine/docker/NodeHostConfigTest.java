package dev.slipway.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.HostConfig;
import dev.slipway.engine.ContainerLimits;
import dev.slipway.engine.NodeDisk;
import dev.slipway.engine.NodeMounts;
import dev.slipway.engine.NodeSpec;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** Compares the host configuration of a node with a stored file, so that a change of a node's rights is noticed. */
final class NodeHostConfigTest {
    // The Jackson version of docker-java, because it writes the JSON that the engine receives.
    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    @Test
    void givesNodesExactlyWhatIsWrittenDown() throws IOException {
        var expected = JSON.readTree(new ClassPathResource("node-host-config.json", getClass()).getInputStream());

        assertThat(json(new NodeHostConfig("{\"defaultAction\":\"SCMP_ACT_ALLOW\"}", "").of(node())))
                .isEqualTo(expected);
    }

    @Test
    void addsOnlyTheRuntimeWhenOneIsSet() throws JsonProcessingException {
        var usual = json(new NodeHostConfig("{}", "").of(node()));
        var other = json(new NodeHostConfig("{}", "sysbox-runc").of(node()));

        assertThat(usual.get("Runtime")).isNull();
        assertThat(other.get("Runtime").asText()).isEqualTo("sysbox-runc");
        assertThat(other).hasSize(usual.size() + 1);
    }

    @Test
    void filtersSystemCallsByTheProfileOfTheProject() throws JsonProcessingException {
        var options = json(NodeHostConfig.withRuntime("").of(node())).get("SecurityOpt");

        var profile = options.get(0).asText();
        assertThat(profile).startsWith("seccomp={");
        assertThat(JSON.readTree(profile.substring("seccomp=".length())).has("defaultAction"))
                .isTrue();
    }

    private static JsonNode json(HostConfig config) throws JsonProcessingException {
        return JSON.readTree(JSON.writeValueAsString(config));
    }

    private static NodeSpec node() {
        return new NodeSpec(
                "slipway-abcdefgh-manager",
                "slipway/node:dev",
                "manager",
                "slipway-abcdefgh",
                new ContainerLimits(DataSize.ofMegabytes(768), 1.5, 1024),
                new NodeMounts(
                        new NodeDisk("slipway-abcdefgh-manager-disk", DataSize.ofGigabytes(2)),
                        "slipway-store-0123456789ab",
                        "/run/slipway/agents/slipway-abcdefgh-manager"),
                Map.of("dev.slipway.sandbox", "abcdefgh"));
    }
}
