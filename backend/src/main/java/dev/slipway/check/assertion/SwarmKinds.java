package dev.slipway.check.assertion;

import dev.slipway.check.fact.ObjectKind;
import dev.slipway.check.fact.StoreTraits;
import dev.slipway.check.fact.SwarmTraits;
import java.util.List;

/** What can be asked of a Swarm. The node must be one of its managers; on others these fail. */
final class SwarmKinds {
    static final List<Kind> ALL = List.of(
            Kind.properties(
                    "swarm.nodes",
                    "The Swarm has so many nodes of each sort.",
                    "{ready: 3, managers: 1}",
                    ObjectKind.SWARM,
                    SwarmTraits.READY,
                    SwarmTraits.MANAGERS,
                    SwarmTraits.WORKERS,
                    SwarmTraits.DRAINED),
            Kind.properties(
                    "swarm.node",
                    "The Swarm has such a node: its role is manager or worker, its availability active, pause or drain,"
                            + " its state ready or down.",
                    "{name: worker-1, availability: drain}",
                    ObjectKind.NODE,
                    SwarmTraits.ROLE,
                    SwarmTraits.AVAILABILITY,
                    SwarmTraits.STATE),
            Kind.property(
                    "swarm.nodeLabel",
                    "A node of the Swarm has such a label.",
                    "{name: worker-1, key: disk, equals: fast}",
                    SwarmTraits.NODE_LABEL),
            Kind.properties(
                    "swarm.service",
                    "There is such a service: `running` counts its running tasks, `mode` is replicated or global,"
                            + " `endpoint` vip or dnsrr.",
                    "{name: web, replicas: 5, running: 5}",
                    ObjectKind.SERVICE,
                    SwarmTraits.REPLICAS,
                    SwarmTraits.RUNNING,
                    SwarmTraits.MODE,
                    SwarmTraits.SERVICE_IMAGE,
                    SwarmTraits.PORT,
                    SwarmTraits.ENDPOINT),
            Kind.properties(
                    "swarm.stack",
                    "There is such a stack: `service` names services in it, `running` those with all their tasks"
                            + " running, `services` counts them.",
                    "{name: shop, services: 2, running: [web, db]}",
                    ObjectKind.STACK,
                    SwarmTraits.STACK_SERVICE,
                    SwarmTraits.STACK_SERVICES,
                    SwarmTraits.STACK_RUNNING),
            Kind.properties(
                    "swarm.secret",
                    "There is such a secret, and such services use it.",
                    "{name: db-password, service: db}",
                    ObjectKind.SECRET,
                    SwarmTraits.SECRET_SERVICE),
            Kind.properties(
                    "swarm.config",
                    "There is such a config, and such services use it.",
                    "{name: site-conf, service: web}",
                    ObjectKind.CONFIG,
                    SwarmTraits.CONFIG_SERVICE),
            Kind.properties(
                    "swarm.placement",
                    "The service is placed so: `constraint` is one that it has, written without blanks; `nodes` counts"
                            + " the nodes on which a task runs.",
                    "{name: web, constraint: \"node.role==worker\", nodes: {atLeast: 2}}",
                    ObjectKind.SERVICE,
                    SwarmTraits.CONSTRAINT,
                    SwarmTraits.PER_NODE,
                    SwarmTraits.SPREAD),
            Kind.properties(
                    "swarm.update",
                    "The service is updated so: `order` is stop-first or start-first, `onFailure` pause, continue or"
                            + " rollback, `update` such as completed, updating, paused or rollback_completed.",
                    "{name: web, parallelism: 2, delay: 10s}",
                    ObjectKind.SERVICE,
                    SwarmTraits.PARALLELISM,
                    SwarmTraits.DELAY,
                    SwarmTraits.ORDER,
                    SwarmTraits.ON_FAILURE,
                    SwarmTraits.UPDATE_STATE),
            Kind.properties(
                    "swarm.network",
                    "There is such a network among those of the Swarm, and such services are attached to it.",
                    "{name: back, driver: overlay, service: [web, db]}",
                    ObjectKind.NETWORK,
                    StoreTraits.NETWORK_DRIVER,
                    StoreTraits.NETWORK_SCOPE,
                    StoreTraits.ATTACHABLE,
                    StoreTraits.ENCRYPTED,
                    SwarmTraits.NETWORK_SERVICE));

    private SwarmKinds() {}
}
