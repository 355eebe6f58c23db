package dev.slipway.check.fact;

import static dev.slipway.check.fact.ObjectKind.NETWORK;
import static dev.slipway.check.fact.ObjectKind.PROJECT;
import static dev.slipway.check.fact.ObjectKind.VOLUME;
import static dev.slipway.check.fact.Trait.at;
import static dev.slipway.check.fact.Trait.property;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Comparable properties of volumes, networks and Compose projects. */
public final class StoreTraits {
    private static final String SERVICE_LABEL = "com.docker.compose.service";

    public static final Trait VOLUME_DRIVER = at(VOLUME, "driver", "driver", "/Driver");
    public static final Trait VOLUME_LABEL = property(VOLUME, "label", "label", v -> Stream.empty())
            .keyed("name of the label", v -> Trait.members(v.path("Labels")));
    public static final Trait VOLUME_ATTACHED = property(VOLUME, "attached", "container", v -> Stream.empty())
            .detour(containersWith("volume"), (volume, containers) -> names(containers))
            .severally();

    public static final Trait NETWORK_DRIVER = at(NETWORK, "driver", "driver", "/Driver");
    public static final Trait NETWORK_SCOPE = at(NETWORK, "scope", "scope", "/Scope");
    public static final Trait NETWORK_ID = at(NETWORK, "id", "id", "/Id");
    public static final Trait SUBNET = property(
            NETWORK,
            "subnet",
            "subnet",
            n -> n.at("/IPAM/Config").values().stream().flatMap(c -> Trait.text(c.path("Subnet"))));
    public static final Trait GATEWAY = property(
            NETWORK,
            "gateway",
            "gateway",
            n -> n.at("/IPAM/Config").values().stream().flatMap(c -> Trait.text(c.path("Gateway"))));
    public static final Trait INTERNAL = at(NETWORK, "internal", "isolation from outside", "/Internal");
    public static final Trait ATTACHABLE = at(NETWORK, "attachable", "leave to attach containers", "/Attachable");
    public static final Trait ENCRYPTED = property(
            NETWORK,
            "encrypted",
            "encryption",
            n -> Stream.of(Boolean.toString(n.path("Options").has("encrypted"))));
    public static final Trait NETWORK_ATTACHED = property(NETWORK, "attached", "container", n -> Stream.empty())
            .detour(containersWith("network"), (network, containers) -> names(containers))
            .severally();

    public static final Trait PROJECT_SERVICE = property(
                    PROJECT, "service", "service", p -> services(p.values().stream()))
            .severally();
    public static final Trait PROJECT_SERVICES = property(
                    PROJECT,
                    "services",
                    "number of services",
                    p -> Stream.of(Long.toString(services(p.values().stream()).count())))
            .typed(ValueType.NUMBER);
    public static final Trait PROJECT_RUNNING = property(
                    PROJECT,
                    "running",
                    "running service",
                    p -> services(p.values().stream()
                            .filter(c -> c.path("State").asString("").equals("running"))))
            .severally();

    private StoreTraits() {}

    private static Trait.Detour containersWith(String filter) {
        var path = "/containers/json?all=1&filters="
                + URLEncoder.encode("{\"" + filter + "\":[\"", StandardCharsets.UTF_8) + "%s"
                + URLEncoder.encode("\"]}", StandardCharsets.UTF_8);
        return new Trait.Detour(path, ObjectKind.CONTAINER.names());
    }

    private static Stream<PropertyFact.Entry> names(JsonNode containers) {
        return ObjectKind.CONTAINER.names(containers).stream().map(name -> new PropertyFact.Entry("", name));
    }

    private static Stream<String> services(Stream<JsonNode> containers) {
        return containers
                .flatMap(c -> Trait.text(c.path("Labels").path(SERVICE_LABEL)))
                .distinct();
    }
}
