package dev.slipway.check.assertion;

import dev.slipway.check.fact.ObjectKind;
import dev.slipway.check.fact.StoreTraits;
import dev.slipway.check.fact.SwarmTraits;
import java.util.List;

/**
 * Kinds of assertions about a Swarm. The node that an assertion names must be a manager of the Swarm, because the
 * engines of other nodes do not know the objects of the Swarm.
 */
final class SwarmKinds {
    static final List<Kind> ALL = List.of(
            Kind.properties(
                    "swarm.nodes",
                    "Checks the number of the Swarm's nodes of each kind.",
                    "{ready: 3, managers: 1}",
                    ObjectKind.SWARM,
                    SwarmTraits.READY,
                    SwarmTraits.MANAGERS,
                    SwarmTraits.WORKERS,
                    SwarmTraits.DRAINED),
            Kind.properties(
                    "swarm.node",
                    "The node of the Swarm exists and has the properties that are given: `role` is manager or worker,"
                            + " `availability` is active, pause or drain, `state` is ready or down.",
                    "{name: worker-1, availability: drain}",
                    ObjectKind.NODE,
                    SwarmTraits.ROLE,
                    SwarmTraits.AVAILABILITY,
                    SwarmTraits.STATE),
            Kind.property(
                    "swarm.nodeLabel",
                    "Checks a label of a node of the Swarm.",
                    "{name: worker-1, key: disk, equals: fast}",
                    SwarmTraits.NODE_LABEL),
            Kind.properties(
                    "swarm.service",
                    "The service exists and has these properties: `running` is the number of its running tasks, `mode`"
                            + " is replicated or global, `endpoint` is vip or dnsrr.",
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
                    "The stack exists: `service` names services in it, `running` names services with all their tasks"
                            + " running, `services` is the number of services.",
                    "{name: shop, services: 2, running: [web, db]}",
                    ObjectKind.STACK,
                    SwarmTraits.STACK_SERVICE,
                    SwarmTraits.STACK_SERVICES,
                    SwarmTraits.STACK_RUNNING),
            Kind.properties(
                    "swarm.secret",
                    "The secret exists, and these services use it.",
                    "{name: db-password, service: db}",
                    ObjectKind.SECRET,
                    SwarmTraits.SECRET_SERVICE),
            Kind.properties(
                    "swarm.config",
                    "The config exists, and these services use it.",
                    "{name: site-conf, service: web}",
                    ObjectKind.CONFIG,
                    SwarmTraits.CONFIG_SERVICE),
            Kind.properties(
                    "swarm.placement",
                    "Checks the placement of the service: `constraint` is one of its constraints, written without"
                            + " blanks; `nodes` is the number of nodes on which a task runs.",
                    "{name: web, constraint: \"node.role==worker\", nodes: {atLeast: 2}}",
                    ObjectKind.SERVICE,
                    SwarmTraits.CONSTRAINT,
                    SwarmTraits.PER_NODE,
                    SwarmTraits.SPREAD),
            Kind.properties(
                    "swarm.update",
                    "Checks the update settings of the service: `order` is stop-first or start-first, `onFailure` is"
                            + " pause, continue or rollback, `update` is for example completed, updating, paused or"
                            + " rollback_completed.",
                    "{name: web, parallelism: 2, delay: 10s}",
                    ObjectKind.SERVICE,
                    SwarmTraits.PARALLELISM,
                    SwarmTraits.DELAY,
                    SwarmTraits.ORDER,
                    SwarmTraits.ON_FAILURE,
                    SwarmTraits.UPDATE_STATE),
            Kind.properties(
                    "swarm.network",
                    "The network of the Swarm exists, and these services are attached to it.",
                    "{name: back, driver: overlay, service: [web, db]}",
                    ObjectKind.NETWORK,
                    StoreTraits.NETWORK_DRIVER,
                    StoreTraits.NETWORK_SCOPE,
                    StoreTraits.ATTACHABLE,
                    StoreTraits.ENCRYPTED,
                    SwarmTraits.NETWORK_SERVICE));

    private SwarmKinds() {}
}
