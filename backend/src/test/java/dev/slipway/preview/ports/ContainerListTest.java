package dev.slipway.preview.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.preview.OpenPort;
import dev.slipway.sandbox.json.ExcessiveAnswerException;
import dev.slipway.sandbox.json.MalformedJsonException;
import dev.slipway.sandbox.json.MemoryBudget;
import dev.slipway.shared.NodeName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ContainerListTest {
    private static final NodeName NODE = new NodeName("node1");

    private static ContainerList read(String list) {
        var body = new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8));
        try (var share = new MemoryBudget(DataSize.ofMegabytes(1)).share()) {
            return ContainerList.read(NODE, body, share);
        } catch (MalformedJsonException | ExcessiveAnswerException e) {
            return ContainerList.NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void publishedPortsAreThereWithTheirContainers() {
        var list = read("""
                [{"Names": ["/web"], "Ports": [
                    {"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"},
                    {"IP": "::", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"},
                    {"PrivatePort": 443, "Type": "tcp"}]},
                 {"Names": ["/db"], "Ports": [{"IP": "127.0.0.1", "PublicPort": 3306, "Type": "tcp"}]}]
                """);

        assertThat(list.published())
                .containsExactly(
                        new OpenPort(NODE, 8080, "web", true),
                        new OpenPort(NODE, 8080, "web", true),
                        new OpenPort(NODE, 3306, "db", true));
    }

    @Test
    void portAtTheIpv6LoopbackIsOffered() {
        assertThat(
                        read("[{\"Names\": [\"/web\"], \"Ports\": [{\"IP\": \"::1\", \"PublicPort\": 8081, \"Type\": \"tcp\"}]}]")
                                .published())
                .containsExactly(new OpenPort(NODE, 8081, "web", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"IP\": \"0.0.0.0\", \"PublicPort\": 53, \"Type\": \"udp\"}",
                "{\"IP\": \"10.0.0.7\", \"PublicPort\": 8080, \"Type\": \"tcp\"}",
                "{\"IP\": \"0.0.0.0\", \"PublicPort\": 0, \"Type\": \"tcp\"}",
                "{\"IP\": \"0.0.0.0\", \"PublicPort\": 65536, \"Type\": \"tcp\"}",
                "{\"IP\": \"0.0.0.0\", \"PublicPort\": \"8080\", \"Type\": \"tcp\"}",
                "{\"IP\": \"0.0.0.0\", \"PublicPort\": 1e99, \"Type\": \"tcp\"}",
                "{}",
                "7"
            })
    void whatCannotBeDialledIsNotOffered(String port) {
        assertThat(read("[{\"Names\": [\"/x\"], \"Ports\": [" + port + "]}]").published())
                .isEmpty();
    }

    @Test
    void containersOnTheHostNetworkAreKnownByTheirIds() {
        var id = "a".repeat(64);

        var list = read("""
                [{"Id": "%s", "Names": ["/web"], "NetworkSettings": {"Networks": {"host": {}}}},
                 {"Id": "%s", "Names": ["/db"], "NetworkSettings": {"Networks": {"bridge": {}}}},
                 {"Id": "-f", "Names": ["/bad"], "NetworkSettings": {"Networks": {"host": {}}}}]
                """.formatted(id, "b".repeat(64)));

        assertThat(list.onHostNetwork()).containsExactly(Map.entry(id, "web"));
    }

    @Test
    void onlySoManyContainersOnTheHostNetworkAreLookedAt() {
        var containers = IntStream.range(0, 40)
                .mapToObj("{\"Id\": \"%064x\", \"NetworkSettings\": {\"Networks\": {\"host\": {}}}}"::formatted)
                .collect(Collectors.joining(","));

        assertThat(read("[" + containers + "]").onHostNetwork()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[]", "[null]", "[[]]", "[{\"Ports\": {}}]", "[{\"Names\": 3}]", "<html>"})
    void learnersEngineMaySayAnything(String json) {
        assertThat(read(json)).isEqualTo(ContainerList.NONE);
    }

    @Property
    void whateverItSaysIsRead(@ForAll String json) {
        assertThat(read(json)).isEqualTo(ContainerList.NONE);
    }
}
