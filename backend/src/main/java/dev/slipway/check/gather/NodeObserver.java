package dev.slipway.check.gather;

import dev.slipway.check.CheckProperties;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImageName;
import dev.slipway.check.fact.Observed;
import dev.slipway.check.fact.Source;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeEvents.Following;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Observes one node of an attempt. Gathering belongs to one thread at a time; closing is allowed from any. */
final class NodeObserver implements AutoCloseable {
    private final NodeAccess access;
    private final NodeEngineApi engine;
    private final ContainerFiles containerFiles;
    private final HttpProbe probe;
    private final PortProbe ports;
    private final NodeCommands commands;
    private final EventLog log;
    private final EventRecorder recorder;
    private volatile @Nullable Following following;
    private volatile ImageFiles imageFiles;

    /** @param since from when the engine's events belong to the attempt */
    NodeObserver(NodeAccess access, CheckProperties properties, Clock clock, Instant since, Runnable changed) {
        var excerpt = Math.toIntExact(properties.excerptLimit().toBytes());
        this.access = access;
        this.engine = new NodeEngineApi(
                access, Math.toIntExact(properties.answerLimit().toBytes()));
        this.containerFiles = new ContainerFiles(engine, excerpt);
        this.imageFiles = new ImageFiles(engine, containerFiles);
        this.probe = new HttpProbe(access, excerpt);
        this.ports = new PortProbe(access);
        this.commands = new NodeCommands(access, excerpt);
        this.log = new EventLog(properties.eventLimit(), since);
        this.recorder = new EventRecorder(log, clock, changed);
    }

    /** Begins to follow the engine's events. Called once. */
    void start(NodeEvents events) {
        following = events.follow(access.sandbox(), access.node(), recorder);
    }

    /** Once the engine has let one request wait in vain, it is not asked again in the same wave. */
    Map<FactNeed<?>, Observed<?>> observe(Collection<FactNeed<?>> needs, TimeBudget time) {
        var gathered = new LinkedHashMap<FactNeed<?>, Observed<?>>();
        var objects = new EngineObjects(engine);
        Optional<LookupException> silence = Optional.empty();
        for (var need : needs) {
            if (need.source() == Source.ENGINE && silence.isPresent() && !(need instanceof FactNeed.Events)) {
                gathered.put(need, silence.get().observed());
                continue;
            }
            try {
                gathered.put(need, new Observed.Seen<>(look(need, objects, time)));
            } catch (LookupException e) {
                gathered.put(need, e.observed());
                silence = e.isLate() && need.source() == Source.ENGINE ? Optional.of(e) : silence;
            }
        }
        return gathered;
    }

    private Object look(FactNeed<?> need, EngineObjects objects, TimeBudget time) throws LookupException {
        if (time.isSpent()) {
            throw LookupException.late("Looking at " + access.node() + " took too long.", null);
        }
        return switch (need) {
            case FactNeed.Containers ignored -> EngineAnswers.containers(engine.get("/containers/json?all=1", time));

            case FactNeed.Images ignored -> EngineAnswers.images(engine.get("/images/json", time));
            case FactNeed.Image(var node, var name) -> image(name, time);
            case FactNeed.ContainerFile(var node, var container, var path) ->
                containerFiles.read(container, path, time);
            case FactNeed.ImageFile(var node, var image, var path) -> imageFiles.read(image, path, time);
            case FactNeed.Http http -> probe.ask(http, time);
            case FactNeed.Events ignored -> log.snapshot();
            case FactNeed.Property property -> objects.look(property, time);
            case FactNeed.Tcp(var node, var port) -> ports.connect(port, time);
            case FactNeed.Dns(var node, var port, var name) -> ports.resolve(port, name, time);
            case FactNeed.NodeFile(var node, var path) -> commands.file(path, time);
            case FactNeed.Exec(var node, var command) -> commands.run(command, time);
            case FactNeed.Answer ignored -> throw new IllegalArgumentException("answers are on no node");
        };
    }

    private ImageFact image(ImageName name, TimeBudget time) throws LookupException {
        var image = engine.find("/images/" + name + "/json", time);
        var history = image.isEmpty() ? image : engine.find("/images/" + name + "/history", time);
        return history.isEmpty() ? new ImageFact(Optional.empty()) : EngineAnswers.image(image.get(), history.get());
    }

    /** The node was made anew, and with it its engine. */
    void replaced(Instant now) {
        log.restart(now);
        imageFiles = new ImageFiles(engine, containerFiles);
    }

    @Override
    public void close() {
        var followed = following;
        if (followed != null) {
            followed.close();
        }
        engine.close();
    }
}
