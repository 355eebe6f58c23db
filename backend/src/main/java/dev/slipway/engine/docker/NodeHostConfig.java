package dev.slipway.engine.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import dev.slipway.engine.NodeSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * Makes the host configuration of a node, the only one there is. A node may do everything inside its own user
 * namespace, which the engine gives every container, and nothing outside of it. A test freezes the result.
 */
final class NodeHostConfig {
    /** Where the engine keeps the sysfs of an empty network namespace; DESIGN.md says what nested containers need it for. */
    private static final String SYSFS = "/run/node-sysfs";

    /** The runtime of the host engine makes the disk of this size; decision 0018. */
    private static final String DISK_SIZE = "dev.slipway.disk";

    private static final long NANOS_PER_CPU = 1_000_000_000L;

    private final String seccomp;
    private final String runtime;

    /**
     * @param seccomp the system call filter, as JSON
     * @param runtime the OCI runtime's name, empty for the engine's default
     */
    NodeHostConfig(String seccomp, String runtime) {
        this.seccomp = seccomp;
        this.runtime = runtime;
    }

    static NodeHostConfig withRuntime(String runtime) {
        try {
            var seccomp = new ClassPathResource("/dev/slipway/engine/node-seccomp.json")
                    .getContentAsString(StandardCharsets.UTF_8);
            return new NodeHostConfig(seccomp, runtime);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HostConfig of(NodeSpec node) {
        var memory = node.limits().memory().toBytes();
        var config = new NodeEngineHostConfig(
                        Map.of(DISK_SIZE, Long.toString(node.disk().size().toBytes())))
                .withPrivileged(false)
                .withCapAdd(Capability.ALL)
                .withSecurityOpts(List.of("seccomp=" + seccomp, "apparmor=unconfined"))
                .withNetworkMode(node.network())
                .withExtraHosts("registry:100.96.0.1")
                .withMemory(memory)
                .withMemorySwap(memory)
                .withNanoCPUs(Math.round(node.limits().cpus() * NANOS_PER_CPU))
                .withPidsLimit((long) node.limits().pids())
                .withMounts(List.of(
                        mount(MountType.VOLUME, node.disk().volume(), "/.disk"),
                        mount(MountType.VOLUME, node.storeVolume(), "/.store").withReadOnly(true),
                        mount(MountType.BIND, SYSFS, "/.sysfs").withReadOnly(true)));
        return runtime.isEmpty() ? config : config.withRuntime(runtime);
    }

    private static Mount mount(MountType type, String source, String target) {
        return new Mount().withType(type).withSource(source).withTarget(target);
    }
}
