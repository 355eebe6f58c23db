package dev.slipway.check.assertion;

import dev.slipway.check.fact.ContainersFact;
import dev.slipway.check.fact.ContainersFact.Container;
import dev.slipway.check.fact.ContainersFact.Port;
import dev.slipway.check.fact.EventsFact;
import dev.slipway.check.fact.EventsFact.Event;
import dev.slipway.check.fact.EventsFact.Gap;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Facts;
import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.HttpFact;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImageName;
import dev.slipway.check.fact.ImagesFact;
import dev.slipway.check.fact.ImagesFact.Image;
import dev.slipway.check.fact.Observed;
import dev.slipway.shared.NodeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds facts about one node for tests. */
public final class FactsBuilder {
    public static final NodeName NODE = new NodeName("node1");
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<Container> containers = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final Map<FactNeed<?>, Observed<?>> others = new HashMap<>();

    public static FactsBuilder aNode() {
        return new FactsBuilder();
    }

    public static ImageName image(String name) {
        return ImageName.parse(name).orElseThrow();
    }

    /** @param ports ports of the node, each published for port 80 of the container */
    public FactsBuilder container(String name, String image, String state, int... ports) {
        var published = new ArrayList<Port>();
        for (var port : ports) {
            published.add(new Port(port, 80, "tcp"));
        }
        var code = state.equals("exited") ? Optional.of(0) : Optional.<Integer>empty();
        containers.add(new Container(name, image, "sha256:of-" + image, state, code, published));
        return this;
    }

    public FactsBuilder exited(String name, int code) {
        containers.add(new Container(name, "busybox", "sha256:of-busybox", "exited", Optional.of(code), List.of()));
        return this;
    }

    public FactsBuilder images(String... names) {
        for (var name : names) {
            images.add(new Image("sha256:of-" + name, List.of(image(name).toString())));
        }
        return this;
    }

    public FactsBuilder detail(String name, ImageFact fact) {
        return with(new FactNeed.Image(NODE, image(name)), fact);
    }

    public FactsBuilder file(String container, String path, FileFact fact) {
        return with(new FactNeed.ContainerFile(NODE, container, path), fact);
    }

    public FactsBuilder imageFile(String name, String path, FileFact fact) {
        return with(new FactNeed.ImageFile(NODE, image(name), path), fact);
    }

    public FactsBuilder http(int port, HttpFact fact) {
        return with(new FactNeed.Http(NODE, port, "/"), fact);
    }

    public FactsBuilder event(String type, String action, String name) {
        return event(type, action, name, "id");
    }

    public FactsBuilder event(String type, String action, String name, String id) {
        var at = NOON.plusSeconds(events.size());
        events.add(new Event(at, type, action, id, name, "httpd", Optional.empty()));
        return this;
    }

    public FactsBuilder gap() {
        gaps.add(new Gap(NOON, NOON.plusSeconds(1), "the engine was not answering"));
        return this;
    }

    public <T> FactsBuilder with(FactNeed<T> need, T fact) {
        others.put(need, new Observed.Seen<>(fact));
        return this;
    }

    public FactsBuilder but(FactNeed<?> need, Observed<?> observed) {
        others.put(need, observed);
        return this;
    }

    public Facts build() {
        var all = new HashMap<FactNeed<?>, Observed<?>>();
        all.put(new FactNeed.Containers(NODE), new Observed.Seen<>(new ContainersFact(containers)));
        all.put(new FactNeed.Images(NODE), new Observed.Seen<>(new ImagesFact(images)));
        all.put(new FactNeed.Events(NODE), new Observed.Seen<>(new EventsFact(events, gaps)));
        all.putAll(others);
        return Facts.of(NOON, all);
    }
}
