package dev.slipway.preview.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.preview.PublishedPort;
import dev.slipway.shared.NodeName;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerPortsTest {
    private static final NodeName NODE = new NodeName("node1");

    @Test
    void eachPublishedPortIsThereOnceAndInOrder() {
        var ports = ContainerPorts.read(NODE, """
                [{"Names": ["/web"], "Ports": [
                    {"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"},
                    {"IP": "::", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"},
                    {"PrivatePort": 443, "Type": "tcp"}]},
                 {"Names": ["/db"], "Ports": [{"IP": "127.0.0.1", "PublicPort": 3306, "Type": "tcp"}]}]
                """);

        assertThat(ports).containsExactly(new PublishedPort(NODE, 3306, "db"), new PublishedPort(NODE, 8080, "web"));
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
        assertThat(ContainerPorts.read(NODE, "[{\"Names\": [\"/x\"], \"Ports\": [" + port + "]}]"))
                .isEmpty();
    }

    @Test
    void onlySoManyAreOffered() {
        var ports = IntStream.range(1, 200)
                .mapToObj(port -> "{\"PublicPort\": " + port + ", \"Type\": \"tcp\"}")
                .collect(Collectors.joining(","));

        assertThat(ContainerPorts.read(NODE, "[{\"Ports\": [" + ports + "]}]")).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[]", "[null]", "[[]]", "[{\"Ports\": {}}]", "[{\"Names\": 3}]", "<html>"})
    void learnersEngineMaySayAnything(String json) {
        assertThat(ContainerPorts.read(NODE, json)).isEmpty();
    }

    @Property
    void whateverItSaysIsRead(@ForAll String json) {
        assertThat(ContainerPorts.read(NODE, json)).isEmpty();
    }
}
