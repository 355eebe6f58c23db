package dev.slipway.check.fact;

import java.util.List;
import java.util.Optional;

/** The properties that authors can name in a {@code fact} expression. */
public final class Traits {
    private static final List<Trait> ALL = List.of(
            ContainerTraits.ADDRESS,
            ContainerTraits.CPUS,
            ContainerTraits.ENV,
            ContainerTraits.HEALTH,
            ContainerTraits.HOSTNAME,
            ContainerTraits.ID,
            ContainerTraits.LABEL,
            ContainerTraits.LOGS,
            ContainerTraits.MEMORY,
            ContainerTraits.MOUNT,
            ContainerTraits.NETWORK,
            ContainerTraits.PID,
            ContainerTraits.PIDS,
            ContainerTraits.RESTART,
            ImageTraits.CMD,
            ImageTraits.ENTRYPOINT,
            ImageTraits.ENV,
            ImageTraits.EXPOSES,
            ImageTraits.HISTORY,
            ImageTraits.ID,
            ImageTraits.LABEL,
            ImageTraits.LAYERS,
            ImageTraits.SIZE,
            ImageTraits.TAG,
            ImageTraits.USER,
            ImageTraits.WORKDIR,
            StoreTraits.VOLUME_ATTACHED,
            StoreTraits.VOLUME_DRIVER,
            StoreTraits.VOLUME_LABEL,
            StoreTraits.NETWORK_ATTACHED,
            StoreTraits.NETWORK_DRIVER,
            StoreTraits.NETWORK_ID,
            StoreTraits.GATEWAY,
            StoreTraits.NETWORK_SCOPE,
            StoreTraits.SUBNET,
            SwarmTraits.NETWORK_SERVICE,
            StoreTraits.PROJECT_RUNNING,
            StoreTraits.PROJECT_SERVICE,
            StoreTraits.PROJECT_SERVICES,
            SwarmTraits.REPLICAS,
            SwarmTraits.RUNNING,
            SwarmTraits.SPREAD,
            SwarmTraits.MODE,
            SwarmTraits.SERVICE_IMAGE,
            SwarmTraits.PORT,
            SwarmTraits.ENDPOINT,
            SwarmTraits.UPDATE_STATE,
            SwarmTraits.READY,
            SwarmTraits.MANAGERS,
            SwarmTraits.WORKERS,
            EngineTraits.CGROUPS,
            EngineTraits.CONTAINERS,
            EngineTraits.DRIVER,
            EngineTraits.IMAGES,
            EngineTraits.KERNEL,
            EngineTraits.RUNNING,
            EngineTraits.STOPPED,
            EngineTraits.SWARM,
            EngineTraits.VERSION);

    private Traits() {}

    public static List<Trait> all() {
        return ALL;
    }

    public static Optional<Trait> named(ObjectKind of, String name) {
        return ALL.stream()
                .filter(trait -> trait.of() == of && trait.name().equals(name))
                .findFirst();
    }
}
