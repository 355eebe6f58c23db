package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainerTraits;
import dev.slipway.check.fact.ObjectKind;
import java.util.List;

/** Kinds of assertions about containers. */
final class ContainerKinds {
    static final List<Kind> ALL = List.of(
            new Kind(
                    "container.exists",
                    "A container with that name or image exists, running or not.",
                    "{name: web}",
                    ContainerExists::read),
            new Kind(
                    "container.absent",
                    "No container with that name or image exists.",
                    "{name: web}",
                    ContainerAbsent::read),
            new Kind(
                    "container.running",
                    "A container with that name or image is running and not paused.",
                    "{image: httpd}",
                    ContainerRunning::read),
            new Kind(
                    "container.exited",
                    "A container with that name or image has run and has ended.",
                    "{name: job, code: 0}",
                    ContainerExited::read),
            new Kind(
                    "container.image",
                    "Checks the image from which the container was created.",
                    "{name: web, equals: httpd}",
                    ContainerImage::read),
            new Kind(
                    "container.name",
                    "Checks the names of the containers of that image.",
                    "{image: httpd, matches: \"^[a-z]+_[a-z]+$\"}",
                    ContainerName::read),
            new Kind(
                    "container.publishes",
                    "A running container publishes its TCP port `container` at the port `host` of the node. Without a"
                            + " name or an image, any container counts.",
                    "{name: web, host: 8080, container: 80}",
                    ContainerPublishes::read),
            new Kind(
                    "container.file",
                    "A file or folder exists at that path in the container, running or not, and the comparators match"
                            + " the first 16 KB of its text. Links are followed.",
                    "{name: web, path: /srv/note.txt, contains: hello}",
                    ContainerFileIs::read),
            Kind.property(
                    "container.env",
                    "Checks an environment variable of the container.",
                    "{name: web, key: PORT, equals: 8080}",
                    ContainerTraits.ENV),
            Kind.property(
                    "container.label",
                    "Checks a label of the container.",
                    "{name: web, key: tier, equals: front}",
                    ContainerTraits.LABEL),
            Kind.property(
                    "container.mount",
                    "Checks the source of the mount at that path of the container: the volume's name, or the path on"
                            + " the node.",
                    "{name: db, at: /var/lib/mysql, equals: shop-data}",
                    ContainerTraits.MOUNT,
                    "at"),
            Kind.property(
                    "container.network",
                    "Checks the names of the networks to which the container is attached, running or not.",
                    "{name: web, equals: shop}",
                    ContainerTraits.NETWORK),
            Kind.property(
                    "container.restart",
                    "Checks the container's restart policy: no, always, unless-stopped or on-failure.",
                    "{name: web, in: [always, unless-stopped]}",
                    ContainerTraits.RESTART),
            Kind.property(
                    "container.health",
                    "Checks the container's health status: starting, healthy or unhealthy.",
                    "{name: web, equals: healthy}",
                    ContainerTraits.HEALTH),
            Kind.properties(
                    "container.limits",
                    "Checks the limits of the container.",
                    "{name: web, memory: {atMost: 256m}, cpus: 0.5, pids: 100}",
                    ObjectKind.CONTAINER,
                    ContainerTraits.MEMORY,
                    ContainerTraits.CPUS,
                    ContainerTraits.PIDS),
            Kind.property(
                    "container.hostname",
                    "Checks the container's host name.",
                    "{name: web, equals: shop}",
                    ContainerTraits.HOSTNAME),
            Kind.property(
                    "container.logs",
                    "Checks that one of the last 150 lines of the container's output matches.",
                    "{name: web, contains: ready}",
                    ContainerTraits.LOGS));

    private ContainerKinds() {}
}
