package dev.slipway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.sandbox.HostReport.Finding;
import dev.slipway.sandbox.HostReport.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HostReportTest {
    private static final Finding VXLAN = new Finding("vxlan", "VXLAN", State.OK, "yes", "", "");
    private static final Finding APPARMOR =
            new Finding("apparmor", "AppArmor", State.MISSING, "no", "One wall fewer.", "");
    private static final Finding CGROUPS =
            new Finding("cgroup-version", "cgroups", State.LIMITED, "v1", "It holds.", "");

    @Test
    void namesWhatStandsInTheWay() {
        var host = reporting(VXLAN, APPARMOR, CGROUPS);

        assertThat(host.obstacleTo(List.of("swarm", "overlay"))).isEmpty();
        assertThat(host.obstacleTo(List.of("swarm", "apparmor"))).contains(APPARMOR);
        assertThat(host.obstacleTo(List.of("cgroup-v2"))).contains(CGROUPS);
        assertThat(host.obstacleTo(List.of())).isEmpty();
    }

    @Test
    void hindersNothingWhileThereIsNoReport() {
        assertThat(reporting().obstacleTo(List.of("mesh"))).isEmpty();
    }

    @Test
    void knowsEachCapabilityThatALabCanName() throws Exception {
        var schema = JsonMapper.shared()
                .readTree(Files.readString(Path.of("..", "labs", "schema", "lab.schema.json")))
                .at("/properties/requires/properties/capabilities/items/enum");

        assertThat(schema.valueStream().map(name -> name.asString()))
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(HostReport.CAPABILITIES.keySet()));
    }

    private static HostReport reporting(Finding... findings) {
        return new HostReport() {
            @Override
            public List<Finding> findings() {
                return List.of(findings);
            }

            @Override
            public HostEngine engine() {
                throw new UnsupportedOperationException();
            }
        };
    }
}
