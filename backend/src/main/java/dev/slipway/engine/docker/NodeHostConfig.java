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
 * Builds the host configuration of every node. A node has all capabilities inside its own user namespace, which the
 * engine creates for every container, and none outside of it. A test compares the result with a stored file.
 */
final class NodeHostConfig {
    /**
     * Path at which the engine has mounted the sysfs of an empty network namespace. Each node mounts this sysfs, so
     * that {@code docker run --privileged} works inside the node.
     */
    private static final String SYSFS = "/run/node-sysfs";

    /**
     * Annotation with the size of the node's disk. The runtime of the host engine creates the disk; see decision 0018.
     */
    private static final String DISK_SIZE = "dev.slipway.disk";

    private static final long NANOS_PER_CPU = 1_000_000_000L;

    private final String seccomp;
    private final String runtime;

    /**
     * @param seccomp the seccomp profile as JSON
     * @param runtime name of the OCI runtime; empty for the engine's default
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
        var config = new NodeEngineHostConfig(Map.of(
                        DISK_SIZE, Long.toString(node.mounts().disk().size().toBytes())))
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
                        mount(MountType.VOLUME, node.mounts().disk().volume(), "/.disk"),
                        mount(MountType.VOLUME, node.mounts().storeVolume(), "/.store")
                                .withReadOnly(true),
                        mount(MountType.BIND, SYSFS, "/.sysfs").withReadOnly(true),
                        mount(MountType.BIND, node.mounts().platformFolder(), "/run/slipway-platform")
                                .withReadOnly(true)));
        return runtime.isEmpty() ? config : config.withRuntime(runtime);
    }

    private static Mount mount(MountType type, String source, String target) {
        return new Mount().withType(type).withSource(source).withTarget(target);
    }
}
