package dev.slipway.check.fact;

import static dev.slipway.check.fact.ObjectKind.CONTAINER;
import static dev.slipway.check.fact.Trait.at;
import static dev.slipway.check.fact.Trait.property;

import dev.slipway.check.fact.PropertyFact.Entry;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Comparable properties of containers. */
public final class ContainerTraits {
    private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000L);
    /**
     * Header of a frame in a container's log. If the container has no terminal, the engine sends its standard output
     * and standard error in frames. The header contains the number of the stream and the length of the frame.
     */
    private static final Pattern FRAME = Pattern.compile("[\u0001\u0002]\0\0\0[\\s\\S]{4}");

    private static final int LOG_LINES = 150;
    private static final Trait.Detour LOG =
            new Trait.Detour("/containers/%s/logs?stdout=1&stderr=1&tail=" + LOG_LINES, Optional.empty());

    public static final Trait ENV = property(CONTAINER, "env", "environment variable", c -> Stream.empty())
            .keyed("name of the variable", c -> assignments(c.at("/Config/Env")));
    public static final Trait LABEL = property(CONTAINER, "label", "label", c -> Stream.empty())
            .keyed("name of the label", c -> Trait.members(c.at("/Config/Labels")));
    public static final Trait MOUNT = property(CONTAINER, "mount", "mount", c -> Stream.empty())
            .keyed(
                    "path in the container",
                    c -> c.path("Mounts").values().stream().map(ContainerTraits::mount));
    public static final Trait NETWORK = property(
                    CONTAINER, "network", "network", c -> c.at("/NetworkSettings/Networks").propertyNames().stream())
            .severally();
    public static final Trait RESTART = at(CONTAINER, "restart", "restart policy", "/HostConfig/RestartPolicy/Name");
    public static final Trait HEALTH = at(CONTAINER, "health", "health", "/State/Health/Status");
    public static final Trait MEMORY = property(
                    CONTAINER, "memory", "memory limit", c -> limit(c, "/HostConfig/Memory"))
            .typed(ValueType.SIZE);
    public static final Trait CPUS = property(CONTAINER, "cpus", "processor limit", ContainerTraits::cpus)
            .typed(ValueType.NUMBER);
    public static final Trait PIDS = property(
                    CONTAINER, "pids", "process limit", c -> limit(c, "/HostConfig/PidsLimit"))
            .typed(ValueType.NUMBER);
    public static final Trait HOSTNAME = at(CONTAINER, "hostname", "host name", "/Config/Hostname");
    public static final Trait ID = at(CONTAINER, "id", "id", "/Id");
    public static final Trait ADDRESS = property(
                    CONTAINER,
                    "address",
                    "IP address",
                    c -> c.at("/NetworkSettings/Networks").values().stream()
                            .flatMap(n -> Trait.text(n.path("IPAddress"))))
            .severally();
    public static final Trait PID =
            at(CONTAINER, "pid", "process id", "/State/Pid").typed(ValueType.NUMBER);
    public static final Trait LOGS = property(CONTAINER, "logs", "log line", c -> Stream.empty())
            .detour(LOG, (c, logs) -> lines(logs.asString("")))
            .severally();

    private ContainerTraits() {}

    private static Stream<Entry> assignments(JsonNode list) {
        return Trait.texts(list).map(text -> {
            var equals = text.indexOf('=');
            return equals < 0 ? new Entry(text, "") : new Entry(text.substring(0, equals), text.substring(equals + 1));
        });
    }

    static Stream<Entry> environment(JsonNode list) {
        return assignments(list);
    }

    /**
     * Returns an entry for a mount: the path in the container, with the name of the volume, or with the path on the
     * node if the mount has no volume.
     */
    private static Entry mount(JsonNode mount) {
        var from = mount.path("Name").asString("");
        return new Entry(
                mount.path("Destination").asString(""),
                from.isEmpty() ? mount.path("Source").asString("") : from);
    }

    private static Stream<String> limit(JsonNode container, String pointer) {
        return container.at(pointer).asLong(0) > 0 ? Trait.text(container.at(pointer)) : Stream.empty();
    }

    /**
     * Returns the processor limit. Docker stores {@code --cpus} as billionths of a processor; instead, Compose
     * sometimes sets a quota of processor time for each period.
     */
    private static Stream<String> cpus(JsonNode container) {
        var limits = container.path("HostConfig");
        var nanos = BigDecimal.valueOf(limits.path("NanoCpus").asLong(0)).divide(NANO);
        var period = limits.path("CpuPeriod").asLong(0);
        var quota = BigDecimal.valueOf(limits.path("CpuQuota").asLong(0));
        if (nanos.signum() == 0 && period > 0 && quota.signum() > 0) {
            return Stream.of(Double.toString(quota.doubleValue() / period));
        }
        return nanos.signum() == 0
                ? Stream.empty()
                : Stream.of(nanos.stripTrailingZeros().toPlainString());
    }

    private static Stream<Entry> lines(String logs) {
        return FRAME.matcher(logs)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> new Entry("", line));
    }
}
