package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainerTraits;
import dev.slipway.check.fact.ObjectKind;
import java.util.List;

/** What can be asked of containers. */
final class ContainerKinds {
    static final List<Kind> ALL = List.of(
            new Kind(
                    "container.exists",
                    "There is a container of that name or image, running or not.",
                    "{name: web}",
                    ContainerExists::read),
            new Kind("container.absent", "There is none of that name or image.", "{name: web}", ContainerAbsent::read),
            new Kind(
                    "container.running",
                    "A container of that name or image is running; a paused one is not.",
                    "{image: httpd}",
                    ContainerRunning::read),
            new Kind(
                    "container.exited",
                    "A container of that name or image has run and ended.",
                    "{name: job, code: 0}",
                    ContainerExited::read),
            new Kind(
                    "container.image",
                    "The container was made from such an image.",
                    "{name: web, equals: httpd}",
                    ContainerImage::read),
            new Kind(
                    "container.name",
                    "A container of that image has such a name.",
                    "{image: httpd, matches: \"^[a-z]+_[a-z]+$\"}",
                    ContainerName::read),
            new Kind(
                    "container.publishes",
                    "A running container publishes that TCP port of its own at that port of the node. Without a name or"
                            + " an image any container may be the one.",
                    "{name: web, host: 8080, container: 80}",
                    ContainerPublishes::read),
            new Kind(
                    "container.file",
                    "Something is at that path in the container, running or not, with such a text. Links are followed;"
                            + " the first 16 KB are looked at.",
                    "{name: web, path: /srv/note.txt, contains: hello}",
                    ContainerFileIs::read),
            Kind.property(
                    "container.env",
                    "The container has such an environment variable.",
                    "{name: web, key: PORT, equals: 8080}",
                    ContainerTraits.ENV),
            Kind.property(
                    "container.label",
                    "The container has such a label.",
                    "{name: web, key: tier, equals: front}",
                    ContainerTraits.LABEL),
            Kind.property(
                    "container.mount",
                    "Something is mounted at that path of the container: compared are the volume's name, or the path on"
                            + " the node.",
                    "{name: db, at: /var/lib/mysql, equals: shop-data}",
                    ContainerTraits.MOUNT,
                    "at"),
            Kind.property(
                    "container.network",
                    "The container is attached to such a network, running or not.",
                    "{name: web, equals: shop}",
                    ContainerTraits.NETWORK),
            Kind.property(
                    "container.restart",
                    "The container has such a restart policy: no, always, unless-stopped or on-failure.",
                    "{name: web, in: [always, unless-stopped]}",
                    ContainerTraits.RESTART),
            Kind.property(
                    "container.health",
                    "The container's health check says so: starting, healthy or unhealthy.",
                    "{name: web, equals: healthy}",
                    ContainerTraits.HEALTH),
            Kind.properties(
                    "container.limits",
                    "The container has such limits.",
                    "{name: web, memory: {atMost: 256m}, cpus: 0.5, pids: 100}",
                    ObjectKind.CONTAINER,
                    ContainerTraits.MEMORY,
                    ContainerTraits.CPUS,
                    ContainerTraits.PIDS),
            Kind.property(
                    "container.hostname",
                    "The container has such a host name.",
                    "{name: web, equals: shop}",
                    ContainerTraits.HOSTNAME),
            Kind.property(
                    "container.logs",
                    "One of the last 150 lines that the container has written is such a line.",
                    "{name: web, contains: ready}",
                    ContainerTraits.LOGS));

    private ContainerKinds() {}
}
