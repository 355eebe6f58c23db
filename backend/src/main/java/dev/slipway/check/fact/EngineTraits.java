package dev.slipway.check.fact;

import static dev.slipway.check.fact.ObjectKind.ENGINE;
import static dev.slipway.check.fact.Trait.at;

/** Comparable properties of the node engine itself. */
public final class EngineTraits {
    public static final Trait VERSION = at(ENGINE, "version", "version", "/ServerVersion");
    public static final Trait DRIVER = at(ENGINE, "driver", "storage driver", "/Driver");
    public static final Trait SWARM = at(ENGINE, "swarm", "Swarm state", "/Swarm/LocalNodeState");
    public static final Trait MANAGER = at(ENGINE, "manager", "role as a manager", "/Swarm/ControlAvailable");
    public static final Trait CGROUPS = at(ENGINE, "cgroups", "version of cgroups", "/CgroupVersion");
    public static final Trait KERNEL = at(ENGINE, "kernel", "kernel", "/KernelVersion");
    public static final Trait CONTAINERS =
            at(ENGINE, "containers", "number of containers", "/Containers").typed(ValueType.NUMBER);
    public static final Trait RUNNING = at(ENGINE, "running", "number of running containers", "/ContainersRunning")
            .typed(ValueType.NUMBER);
    public static final Trait STOPPED = at(ENGINE, "stopped", "number of stopped containers", "/ContainersStopped")
            .typed(ValueType.NUMBER);
    public static final Trait IMAGES =
            at(ENGINE, "images", "number of images", "/Images").typed(ValueType.NUMBER);

    private EngineTraits() {}
}
