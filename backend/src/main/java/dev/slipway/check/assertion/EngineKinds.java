package dev.slipway.check.assertion;

import dev.slipway.check.fact.EngineTraits;
import dev.slipway.check.fact.ObjectKind;
import dev.slipway.check.fact.StoreTraits;
import java.util.List;

/** What can be asked of volumes, networks, Compose projects, and the engine itself. */
final class EngineKinds {
    static final List<Kind> ALL = List.of(
            Kind.properties("volume.exists", "There is such a volume.", "{name: shop-data}", ObjectKind.VOLUME),
            Kind.property(
                    "volume.driver",
                    "The volume has such a driver.",
                    "{name: shop-data, equals: local}",
                    StoreTraits.VOLUME_DRIVER),
            Kind.property(
                    "volume.attached",
                    "Such a container uses the volume, running or not.",
                    "{name: shop-data, equals: db}",
                    StoreTraits.VOLUME_ATTACHED),
            Kind.properties(
                    "network.exists",
                    "There is such a network.",
                    "{name: shop, subnet: 172.30.0.0/24}",
                    ObjectKind.NETWORK,
                    StoreTraits.SUBNET,
                    StoreTraits.GATEWAY,
                    StoreTraits.INTERNAL),
            Kind.property(
                    "network.driver",
                    "The network has such a driver.",
                    "{name: shop, equals: bridge}",
                    StoreTraits.NETWORK_DRIVER),
            Kind.property(
                    "network.attached",
                    "Such a container is attached to the network, running or not.",
                    "{name: shop, equals: web}",
                    StoreTraits.NETWORK_ATTACHED),
            Kind.properties(
                    "compose.project",
                    "There are containers of such a Compose project: `service` names services that have one, `running`"
                            + " those of which one runs, `services` counts them.",
                    "{name: shop, services: 2, running: [web, db]}",
                    ObjectKind.PROJECT,
                    StoreTraits.PROJECT_SERVICE,
                    StoreTraits.PROJECT_SERVICES,
                    StoreTraits.PROJECT_RUNNING),
            Kind.properties(
                    "engine.info",
                    "The engine says so about itself, as `docker info` shows it.",
                    "{swarm: active, running: {atLeast: 1}}",
                    ObjectKind.ENGINE,
                    EngineTraits.VERSION,
                    EngineTraits.DRIVER,
                    EngineTraits.SWARM,
                    EngineTraits.MANAGER,
                    EngineTraits.CGROUPS,
                    EngineTraits.KERNEL,
                    EngineTraits.CONTAINERS,
                    EngineTraits.RUNNING,
                    EngineTraits.STOPPED,
                    EngineTraits.IMAGES));

    private EngineKinds() {}
}
