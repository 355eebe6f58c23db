package dev.slipway.check.assertion;

import dev.slipway.check.fact.EngineTraits;
import dev.slipway.check.fact.ObjectKind;
import dev.slipway.check.fact.StoreTraits;
import java.util.List;

/** Kinds of assertions about volumes, networks, Compose projects and the engine itself. */
final class EngineKinds {
    static final List<Kind> ALL = List.of(
            Kind.properties("volume.exists", "The volume exists.", "{name: shop-data}", ObjectKind.VOLUME),
            Kind.property(
                    "volume.driver",
                    "Checks the driver of the volume.",
                    "{name: shop-data, equals: local}",
                    StoreTraits.VOLUME_DRIVER),
            Kind.property(
                    "volume.attached",
                    "Checks the names of the containers that use the volume, running or not.",
                    "{name: shop-data, equals: db}",
                    StoreTraits.VOLUME_ATTACHED),
            Kind.properties(
                    "network.exists",
                    "The network exists and has these properties.",
                    "{name: shop, subnet: 172.30.0.0/24}",
                    ObjectKind.NETWORK,
                    StoreTraits.SUBNET,
                    StoreTraits.GATEWAY,
                    StoreTraits.INTERNAL),
            Kind.property(
                    "network.driver",
                    "Checks the driver of the network.",
                    "{name: shop, equals: bridge}",
                    StoreTraits.NETWORK_DRIVER),
            Kind.property(
                    "network.attached",
                    "Checks the names of the containers that are attached to the network, running or not.",
                    "{name: shop, equals: web}",
                    StoreTraits.NETWORK_ATTACHED),
            Kind.properties(
                    "compose.project",
                    "Containers of the Compose project exist: `service` names services that have a container,"
                            + " `running` services with a running container, `services` is the number of services.",
                    "{name: shop, services: 2, running: [web, db]}",
                    ObjectKind.PROJECT,
                    StoreTraits.PROJECT_SERVICE,
                    StoreTraits.PROJECT_SERVICES,
                    StoreTraits.PROJECT_RUNNING),
            Kind.properties(
                    "engine.info",
                    "Checks properties of the engine, as `docker info` shows them.",
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
