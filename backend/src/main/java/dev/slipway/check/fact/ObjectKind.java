package dev.slipway.check.fact;

import dev.slipway.sandbox.json.JsonMask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * The kinds of objects that a node engine manages. Each kind has the path of one object and the path of the list of all
 * objects in the engine's API, and the position of an object's name in that list.
 */
public enum ObjectKind {
    CONTAINER(
            "container",
            "/containers/%s/json",
            "/containers/json?all=1",
            "/Names/0",
            "/Id",
            "/Config/Env",
            "/Config/Hostname",
            "/Config/Labels",
            "/HostConfig/CpuPeriod",
            "/HostConfig/CpuQuota",
            "/HostConfig/Memory",
            "/HostConfig/NanoCpus",
            "/HostConfig/PidsLimit",
            "/HostConfig/RestartPolicy/Name",
            "/Mounts/Destination",
            "/Mounts/Name",
            "/Mounts/Source",
            "/NetworkSettings/Networks/*/IPAddress",
            "/State/Health/Status",
            "/State/Pid"),
    IMAGE(
            "image",
            "/images/%s/json",
            "/images/json",
            "/RepoTags/0",
            "/Id",
            "/RepoTags",
            "/Size",
            "/RootFS/Layers",
            "/Config/Cmd",
            "/Config/Entrypoint",
            "/Config/Env",
            "/Config/ExposedPorts",
            "/Config/Labels",
            "/Config/User",
            "/Config/WorkingDir"),
    VOLUME("volume", "/volumes/%s", "/volumes", "/Name", "/Driver", "/Labels"),
    NETWORK(
            "network",
            "/networks/%s",
            "/networks",
            "/Name",
            "/Id",
            "/Driver",
            "/Scope",
            "/Internal",
            "/Attachable",
            "/Options/encrypted",
            "/IPAM/Config/Subnet",
            "/IPAM/Config/Gateway"),
    SERVICE(
            "service",
            "/services/%s",
            "/services",
            "/Spec/Name",
            "/Endpoint/Ports/PublishedPort",
            "/Spec/EndpointSpec/Mode",
            "/Spec/Mode",
            "/Spec/TaskTemplate/ContainerSpec/Env",
            "/Spec/TaskTemplate/ContainerSpec/Image",
            "/Spec/TaskTemplate/Placement/Constraints",
            "/Spec/TaskTemplate/Placement/MaxReplicas",
            "/Spec/UpdateConfig/Delay",
            "/Spec/UpdateConfig/FailureAction",
            "/Spec/UpdateConfig/Order",
            "/Spec/UpdateConfig/Parallelism",
            "/UpdateStatus/State"),
    SECRET("secret", "/secrets/%s", "/secrets", "/Spec/Name", "/Spec/Name"),
    CONFIG("config", "/configs/%s", "/configs", "/Spec/Name", "/Spec/Name"),
    NODE(
            "Swarm node",
            "/nodes/%s",
            "/nodes",
            "/Description/Hostname",
            "/Spec/Availability",
            "/Spec/Labels",
            "/Spec/Role",
            "/Status/State"),
    STACK(
            "stack",
            "/services?status=1&filters=" + label("com.docker.stack.namespace"),
            "/services",
            "/Spec/Labels/com.docker.stack.namespace",
            "/ServiceStatus",
            "/Spec/Labels/com.docker.stack.namespace",
            "/Spec/Name"),
    PROJECT(
            "Compose project",
            "/containers/json?all=1&filters=" + label("com.docker.compose.project"),
            "/containers/json?all=1",
            "/Labels/com.docker.compose.project",
            "/Labels/com.docker.compose.service",
            "/State"),
    /** The Swarm to which the node belongs; it has no name. */
    SWARM("Swarm", "/nodes", "/nodes", "/Description/Hostname", "/Spec/Availability", "/Spec/Role", "/Status/State"),
    /** The engine itself; it has no name. */
    ENGINE(
            "Docker Engine",
            "/info",
            "/info",
            "/Name",
            "/CgroupVersion",
            "/Containers",
            "/ContainersRunning",
            "/ContainersStopped",
            "/Driver",
            "/Images",
            "/KernelVersion",
            "/ServerVersion",
            "/Swarm/ControlAvailable",
            "/Swarm/LocalNodeState");

    private final String word;
    private final String address;
    private final String list;
    private final String name;
    private final String fields;

    /** @param fields the fields that traits read from a response to {@code address} */
    ObjectKind(String word, String address, String list, String name, String... fields) {
        this.word = word;
        this.address = address;
        this.list = list;
        this.name = name;
        this.fields = String.join(" ", fields);
    }

    /** Returns a filter by a label for the API, URL-encoded, with the placeholder {@code %s} for the label's value. */
    private static String label(String label) {
        return URLEncoder.encode("{\"label\":[\"" + label + "=", StandardCharsets.UTF_8) + "%s"
                + URLEncoder.encode("\"]}", StandardCharsets.UTF_8);
    }

    /** Returns the word for the kind, as in "There is no volume named data". */
    public String word() {
        return word;
    }

    public String plural() {
        return word + "s";
    }

    /** Returns whether several objects of this kind can exist and are distinguished by name. */
    public boolean isNamed() {
        return this != SWARM && this != ENGINE;
    }

    /** Returns whether only a manager of a Swarm knows objects of this kind. */
    public boolean isSwarms() {
        return switch (this) {
            case SERVICE, SECRET, CONFIG, NODE, STACK, SWARM -> true;
            case CONTAINER, IMAGE, VOLUME, NETWORK, PROJECT, ENGINE -> false;
        };
    }

    /** Returns the path of one object in the engine's API. */
    public String address(String name) {
        return address.replace("%s", name);
    }

    /** Returns the path of the list of all objects in the engine's API. */
    public String list() {
        return list;
    }

    /** Returns the fields that traits read from a response to {@link #address}. */
    public JsonMask fields() {
        return JsonMask.of(fields.split(" ", -1));
    }

    /** Returns the field of a response to {@link #list} that contains the names. */
    public JsonMask names() {
        var member = name.replaceFirst("/0$", "");
        return this == VOLUME ? JsonMask.of("/Volumes" + member) : JsonMask.of(member);
    }

    /** Returns whether a response to {@link #address} describes an object. An empty list describes no object. */
    public boolean isIn(JsonNode answer) {
        return !answer.isArray() || !answer.isEmpty();
    }

    /** Returns the names in a response to {@link #list}. */
    public List<String> names(JsonNode answer) {
        var members = this == VOLUME ? answer.path("Volumes") : answer;
        return members.values().stream()
                .flatMap(member -> name(member).stream())
                .distinct()
                .toList();
    }

    private Optional<String> name(JsonNode member) {
        return Stream.of(member.at(JsonPointer.compile(name)).asString("").replaceFirst("^/", ""))
                .filter(Predicate.not(String::isEmpty))
                .findFirst();
    }
}
