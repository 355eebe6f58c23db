package dev.slipway.preview.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.preview.OpenPort;
import dev.slipway.shared.NodeName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenersTest {
    private static final NodeName NODE = new NodeName("node1");
    private static final String WEB = "a".repeat(64);
    private static final String DB = "b".repeat(64);

    private static List<OpenPort> read(String... lines) {
        return Listeners.read(NODE, String.join("\n", lines), Map.of(WEB, "web", DB, "db"));
    }

    @Test
    void portBelongsToTheContainerWhoseProcessesHaveItsSocket() {
        var ports = read(
                "listens 00000000:1F90 11",
                "listens 00000000:0CEA 12",
                "listens 00000000:0016 13",
                "container " + WEB,
                "socket:[11",
                "socket:[99",
                "container " + DB,
                "socket:[12");

        assertThat(ports)
                .containsExactly(new OpenPort(NODE, 8080, "web", false), new OpenPort(NODE, 3306, "db", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100007F",
                "00000000000000000000000000000000",
                "00000000000000000000000001000000",
                "0000000000000000FFFF000000000000",
                "0000000000000000FFFF00000100007F"
            })
    void portAtTheLoopbackAddressIsOffered(String address) {
        assertThat(read("listens " + address + ":0050 11", "container " + WEB, "socket:[11"))
                .containsExactly(new OpenPort(NODE, 80, "web", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010011AC:0050",
                "0200007F:0001",
                "000080FE00000000FF0042000100FE11:0050",
                "00000000:0000",
                "00000000:FFFFF",
                "00000000:"
            })
    void portThatCannotBeDialledIsNotOffered(String socket) {
        assertThat(read("listens " + socket + " 11", "container " + WEB, "socket:[11"))
                .isEmpty();
    }

    @Test
    void containerThatWasNotAskedForIsIgnored() {
        assertThat(read("listens 00000000:0050 11", "container " + "c".repeat(64), "socket:[11"))
                .isEmpty();
    }

    @Property
    void whateverIsPrintedIsRead(@ForAll String printed) {
        assertThat(read(printed)).isEmpty();
    }

    @Test
    void commandNamesTheContainersInOrderAndHasAnEnd() {
        assertThat(Listeners.command(Set.of(DB, WEB)).command())
                .startsWith("timeout")
                .endsWith(WEB, DB);
    }
}
