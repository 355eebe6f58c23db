package dev.slipway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.EngineContainer.Status;
import dev.slipway.engine.EngineException.Reason;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The behaviour of every {@link ContainerEngine}. The fake and the real engine both run these tests, so that they behave alike. */
public abstract class ContainerEngineContract extends NodeProcessContract {

    @Test
    void tellsItsVersion() {
        var info = engine().info();

        assertThat(info.version()).isNotBlank();
        assertThat(info.host().cpus()).isPositive();
        assertThat(info.host().memory().toBytes()).isPositive();
        assertThat(info.host().cgroupVersion()).isIn("1", "2");
    }

    @Test
    void listsWhatCarriesAllLabels() {
        engine().createNetwork(network());
        engine().createVolume(name, labels);
        createNode();

        assertThat(engine().networks(labels)).singleElement().satisfies(this::isOurs);
        assertThat(engine().volumes(labels)).singleElement().satisfies(this::isOurs);
        assertThat(engine().nodes(labels)).singleElement().satisfies(node -> {
            assertThat(node.name()).isEqualTo(name);
            assertThat(node.status()).isEqualTo(Status.CREATED);
            assertThat(node.labels()).containsAllEntriesOf(labels);
            assertThat(node.createdAt()).isNotNull();
        });
        var other = Map.of("dev.slipway.instance", "test-" + id, "dev.slipway.sandbox", "another");
        assertThat(engine().networks(other)).isEmpty();
        assertThat(engine().volumes(other)).isEmpty();
        assertThat(engine().nodes(other)).isEmpty();
    }

    private void isOurs(EngineObject object) {
        assertThat(object.name()).isEqualTo(name);
        assertThat(object.labels()).isEqualTo(labels);
        assertThat(object.createdAt()).isNotNull();
    }

    @Test
    void createsWhatExistsAndRemovesWhatIsGone() {
        for (var time = 0; time < 2; time++) {
            engine().createNetwork(network());
            engine().createVolume(name, labels);
            createNode();
        }
        assertThat(engine().networks(labels)).hasSize(1);
        assertThat(engine().nodes(labels)).hasSize(1);

        for (var time = 0; time < 2; time++) {
            engine().removeNode(name);
            engine().removeNetwork(name);
            engine().removeVolume(name);
        }
        assertThat(engine().networks(labels)).isEmpty();
        assertThat(engine().volumes(labels)).isEmpty();
        assertThat(engine().nodes(labels)).isEmpty();
    }

    @Test
    void refusesASecondNetworkOnTheSameBridge() {
        engine().createNetwork(network());

        var second = new NetworkSpec(name + "-2", network().bridge(), labels);

        failsWith(Reason.CONFLICT, () -> engine().createNetwork(second));
    }

    @Test
    void startsPausesAndUnpausesNodesAnyNumberOfTimes() {
        startedNode();
        engine().startNode(name);
        assertThat(status()).isEqualTo(Status.RUNNING);

        engine().pauseNode(name);
        engine().pauseNode(name);
        assertThat(status()).isEqualTo(Status.PAUSED);
        failsWith(Reason.CONFLICT, () -> run("true"));

        engine().unpauseNode(name);
        engine().unpauseNode(name);
        assertThat(status()).isEqualTo(Status.RUNNING);
        assertThat(run("true").succeeded()).isTrue();
    }

    @Test
    void removesNodesThatRunOrArePaused() {
        startedNode();
        engine().pauseNode(name);

        engine().removeNode(name);

        assertThat(engine().nodes(labels)).isEmpty();
    }

    @Test
    void keepsNetworksAndVolumesThatARunningNodeUses() {
        startedNode();

        failsWith(Reason.CONFLICT, () -> engine().removeNetwork(name));
        failsWith(Reason.CONFLICT, () -> engine().removeVolume(name));
    }

    @Test
    void saysThatANodeIsMissing() {
        failsWith(Reason.NOT_FOUND, () -> engine().startNode(name));
        failsWith(Reason.NOT_FOUND, () -> engine().pauseNode(name));
        failsWith(Reason.NOT_FOUND, () -> run("true"));
        failsWith(Reason.NOT_FOUND, () -> engine().open(name, ExecSpec.command("true")));
    }

    @Test
    void startsNoProcessInANodeThatDoesNotRun() {
        engine().createNetwork(network());
        createNode();

        failsWith(Reason.CONFLICT, () -> run("true"));
    }

    private Status status() {
        return engine().nodes(labels).getFirst().status();
    }
}
