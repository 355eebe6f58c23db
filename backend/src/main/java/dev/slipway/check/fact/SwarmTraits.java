package dev.slipway.check.fact;

import static dev.slipway.check.fact.ObjectKind.CONFIG;
import static dev.slipway.check.fact.ObjectKind.NETWORK;
import static dev.slipway.check.fact.ObjectKind.NODE;
import static dev.slipway.check.fact.ObjectKind.SECRET;
import static dev.slipway.check.fact.ObjectKind.SERVICE;
import static dev.slipway.check.fact.ObjectKind.STACK;
import static dev.slipway.check.fact.ObjectKind.SWARM;
import static dev.slipway.check.fact.Trait.at;
import static dev.slipway.check.fact.Trait.property;

import dev.slipway.check.fact.PropertyFact.Entry;
import dev.slipway.sandbox.json.JsonMask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Comparable properties of a Swarm, as one of its managers reports them. */
public final class SwarmTraits {
    private static final Trait.Detour TASKS = new Trait.Detour(
            "/tasks?filters="
                    + URLEncoder.encode("{\"service\":[\"", StandardCharsets.UTF_8) + "%s"
                    + URLEncoder.encode("\"],\"desired-state\":[\"running\"]}", StandardCharsets.UTF_8),
            JsonMask.of("/Status/State", "/NodeID"));
    private static final Trait.Detour SERVICES = new Trait.Detour(
            "/services",
            JsonMask.of(
                    "/Spec/Name",
                    "/Spec/TaskTemplate/ContainerSpec/Secrets/SecretName",
                    "/Spec/TaskTemplate/ContainerSpec/Configs/ConfigName",
                    "/Spec/TaskTemplate/Networks/Target",
                    "/Endpoint/VirtualIPs/NetworkID"));

    public static final Trait READY = count(
            "ready",
            "number of ready nodes",
            node -> node.at("/Status/State").asString("").equals("ready"));
    public static final Trait MANAGERS = count(
            "managers",
            "number of managers",
            node -> node.at("/Spec/Role").asString("").equals("manager"));
    public static final Trait WORKERS = count(
            "workers",
            "number of workers",
            node -> node.at("/Spec/Role").asString("").equals("worker"));
    public static final Trait DRAINED = count(
            "drained",
            "number of drained nodes",
            node -> node.at("/Spec/Availability").asString("").equals("drain"));

    public static final Trait ROLE = at(NODE, "role", "role", "/Spec/Role");
    public static final Trait AVAILABILITY = at(NODE, "availability", "availability", "/Spec/Availability");
    public static final Trait STATE = at(NODE, "state", "state", "/Status/State");
    public static final Trait NODE_LABEL = property(NODE, "label", "label", n -> Stream.empty())
            .keyed("name of the label", n -> Trait.members(n.at("/Spec/Labels")));

    public static final Trait REPLICAS = at(SERVICE, "replicas", "number of replicas", "/Spec/Mode/Replicated/Replicas")
            .typed(ValueType.NUMBER);
    public static final Trait RUNNING = property(SERVICE, "running", "number of running tasks", s -> Stream.empty())
            .typed(ValueType.NUMBER)
            .detour(TASKS, (service, tasks) -> Trait.counted(running(tasks).count()));
    public static final Trait SPREAD = property(SERVICE, "nodes", "number of nodes with a task", s -> Stream.empty())
            .typed(ValueType.NUMBER)
            .detour(
                    TASKS,
                    (service, tasks) -> Trait.counted(running(tasks)
                            .map(task -> task.path("NodeID").asString(""))
                            .distinct()
                            .count()));
    public static final Trait MODE = property(
            SERVICE,
            "mode",
            "mode",
            s -> s.at("/Spec/Mode").propertyNames().stream().map(String::toLowerCase));
    public static final Trait SERVICE_IMAGE = property(
                    SERVICE,
                    "image",
                    "image",
                    s -> Trait.text(s.at("/Spec/TaskTemplate/ContainerSpec/Image"))
                            .map(SwarmTraits::withoutDigest))
            .typed(ValueType.IMAGE);
    public static final Trait PORT = property(
                    SERVICE,
                    "port",
                    "published port",
                    s -> s.at("/Endpoint/Ports").values().stream()
                            .flatMap(port -> Trait.text(port.path("PublishedPort"))))
            .typed(ValueType.NUMBER)
            .severally();
    public static final Trait ENDPOINT = at(SERVICE, "endpoint", "endpoint mode", "/Spec/EndpointSpec/Mode");
    public static final Trait SERVICE_ENV = property(SERVICE, "env", "environment variable", s -> Stream.empty())
            .keyed(
                    "name of the variable",
                    s -> ContainerTraits.environment(s.at("/Spec/TaskTemplate/ContainerSpec/Env")));
    public static final Trait CONSTRAINT = property(
                    SERVICE,
                    "constraint",
                    "constraint",
                    s -> Trait.texts(s.at("/Spec/TaskTemplate/Placement/Constraints"))
                            .map(text -> text.replaceAll("\\s*(==|!=)\\s*", "$1")))
            .severally();
    public static final Trait PER_NODE = at(
                    SERVICE, "perNode", "number of tasks allowed on a node", "/Spec/TaskTemplate/Placement/MaxReplicas")
            .typed(ValueType.NUMBER);
    public static final Trait PARALLELISM = at(
                    SERVICE, "parallelism", "number of tasks updated at a time", "/Spec/UpdateConfig/Parallelism")
            .typed(ValueType.NUMBER);
    public static final Trait DELAY = at(SERVICE, "delay", "delay between updates", "/Spec/UpdateConfig/Delay")
            .typed(ValueType.DURATION);
    public static final Trait ORDER = at(SERVICE, "order", "order of an update", "/Spec/UpdateConfig/Order");
    public static final Trait ON_FAILURE =
            at(SERVICE, "onFailure", "action after a failed update", "/Spec/UpdateConfig/FailureAction");
    public static final Trait UPDATE_STATE = at(SERVICE, "update", "state of the last update", "/UpdateStatus/State");

    public static final Trait STACK_SERVICE = property(
                    STACK, "service", "service", s -> s.values().stream().flatMap(SwarmTraits::nameInStack))
            .severally();
    public static final Trait STACK_SERVICES = property(
                    STACK, "services", "number of services", s -> Stream.of(Integer.toString(s.size())))
            .typed(ValueType.NUMBER);
    public static final Trait STACK_RUNNING = property(
                    STACK,
                    "running",
                    "running service",
                    s -> s.values().stream().filter(SwarmTraits::isComplete).flatMap(SwarmTraits::nameInStack))
            .severally();

    public static final Trait SECRET_SERVICE =
            usedBy(SECRET, "Secrets", "SecretName").severally();
    public static final Trait CONFIG_SERVICE =
            usedBy(CONFIG, "Configs", "ConfigName").severally();
    public static final Trait NETWORK_SERVICE = property(NETWORK, "service", "service", n -> Stream.empty())
            .detour(
                    SERVICES,
                    (network, services) -> services.values().stream()
                            .filter(service -> isIn(service, network.path("Id").asString("")))
                            .flatMap(SwarmTraits::name))
            .severally();

    private SwarmTraits() {}

    private static Trait count(String name, String words, Predicate<JsonNode> wanted) {
        return property(
                        SWARM,
                        name,
                        words,
                        nodes -> Stream.of(Long.toString(
                                nodes.values().stream().filter(wanted).count())))
                .typed(ValueType.NUMBER);
    }

    private static Trait usedBy(ObjectKind kind, String list, String field) {
        return property(kind, "service", "service", s -> Stream.empty())
                .detour(
                        SERVICES,
                        (object, services) -> services.values().stream()
                                .filter(service ->
                                        service.at("/Spec/TaskTemplate/ContainerSpec/" + list).values().stream()
                                                .anyMatch(
                                                        used -> used.path(field).equals(object.at("/Spec/Name"))))
                                .flatMap(SwarmTraits::name));
    }

    private static boolean isIn(JsonNode service, String network) {
        return service.at("/Endpoint/VirtualIPs").values().stream()
                        .anyMatch(vip -> vip.path("NetworkID").asString("").equals(network))
                || service.at("/Spec/TaskTemplate/Networks").values().stream()
                        .anyMatch(to -> to.path("Target").asString("").equals(network));
    }

    private static Stream<Entry> name(JsonNode service) {
        return Trait.text(service.at("/Spec/Name")).map(name -> new Entry("", name));
    }

    private static Stream<String> nameInStack(JsonNode service) {
        var stack =
                service.at("/Spec/Labels").path("com.docker.stack.namespace").asString("");
        return Trait.text(service.at("/Spec/Name"))
                .map(name -> name.startsWith(stack + "_") ? name.substring(stack.length() + 1) : name);
    }

    private static boolean isComplete(JsonNode service) {
        var status = service.path("ServiceStatus");
        var running = status.path("RunningTasks").asInt(0);
        return running > 0 && running >= status.path("DesiredTasks").asInt(0);
    }

    private static Stream<JsonNode> running(JsonNode tasks) {
        return tasks.values().stream()
                .filter(task -> task.at("/Status/State").asString("").equals("running"));
    }

    /** Removes the digest that a manager adds to an image name with a tag. */
    private static String withoutDigest(String image) {
        var at = image.indexOf('@');
        return at > 0 && image.lastIndexOf(':', at) > image.lastIndexOf('/', at) ? image.substring(0, at) : image;
    }
}
