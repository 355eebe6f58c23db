package dev.slipway.preview.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.ExcessiveAnswerException;
import dev.slipway.engine.json.MalformedJsonException;
import dev.slipway.engine.json.MemoryBudget;
import dev.slipway.preview.PublishedPort;
import dev.slipway.shared.NodeName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class ContainerPortsTest {
    private static final NodeName NODE = new NodeName("node1");

    private static List<PublishedPort> read(String list) {
        var body = new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8));
        try (var share = new MemoryBudget(DataSize.ofMegabytes(1)).share()) {
            return ContainerPorts.read(NODE, body, share);
        } catch (MalformedJsonException | ExcessiveAnswerException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachPublishedPortIsThereOnceAndInOrder() {
        var ports = read("""
                [{"Names": ["/web"], "Ports": [
                    {"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"},
                    {"IP": "::", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"},
                    {"PrivatePort": 443, "Type": "tcp"}]},
                 {"Names": ["/db"], "Ports": [{"IP": "127.0.0.1", "PublicPort": 3306, "Type": "tcp"}]}]
                """);

        assertThat(ports).containsExactly(new PublishedPort(NODE, 3306, "db"), new PublishedPort(NODE, 8080, "web"));
    }

    @Test
    void portAtTheIpv6LoopbackIsOffered() {
        assertThat(
                        read(
                                "[{\"Names\": [\"/web\"], \"Ports\": [{\"IP\": \"::1\", \"PublicPort\": 8081, \"Type\": \"tcp\"}]}]"))
                .containsExactly(new PublishedPort(NODE, 8081, "web"));
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
        assertThat(read("[{\"Names\": [\"/x\"], \"Ports\": [" + port + "]}]")).isEmpty();
    }

    @Test
    void onlySoManyAreOffered() {
        var ports = IntStream.range(1, 200)
                .mapToObj(port -> "{\"PublicPort\": " + port + ", \"Type\": \"tcp\"}")
                .collect(Collectors.joining(","));

        assertThat(read("[{\"Ports\": [" + ports + "]}]")).hasSize(128);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[]", "[null]", "[[]]", "[{\"Ports\": {}}]", "[{\"Names\": 3}]", "<html>"})
    void learnersEngineMaySayAnything(String json) {
        assertThat(read(json)).isEmpty();
    }

    @Property
    void whateverItSaysIsRead(@ForAll String json) {
        assertThat(read(json)).isEmpty();
    }
}
