package dev.slipway.check.gather;

import dev.slipway.check.CheckProperties;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImageName;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeEvents.Following;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Observes one node of an attempt. One wave is open at a time; any thread may close the observer. */
final class NodeObserver implements AutoCloseable {
    private final NodeAccess access;
    private final Restraint restraint;
    private final NodeEngineApi engine;
    private final ContainerFiles containerFiles;
    private final HttpProbe probe;
    private final PortProbe ports;
    private final NodeCommands commands;
    private final EventLog log;
    private final EventRecorder recorder;
    private volatile @Nullable Following following;
    private volatile ImageFiles imageFiles;

    NodeObserver(NodeAccess access, CheckProperties properties, EventRecorder recorder, EventLog log) {
        var excerpt = Math.toIntExact(properties.excerptLimit().toBytes());
        this.access = access;
        this.restraint = new Restraint(access.sandbox(), access.node());
        this.engine = new NodeEngineApi(
                access, Math.toIntExact(properties.answerLimit().toBytes()));
        this.containerFiles = new ContainerFiles(engine, excerpt);
        this.imageFiles = new ImageFiles(engine, containerFiles);
        this.probe = new HttpProbe(access, excerpt);
        this.ports = new PortProbe(access);
        this.commands = new NodeCommands(access, excerpt);
        this.log = log;
        this.recorder = recorder;
    }

    /** Starts to follow the engine's events. Called once. */
    void start(NodeEvents events) {
        following = events.follow(access.sandbox(), access.node(), recorder);
    }

    /** Begins a wave. */
    NodeWave wave(Allowance allowance) {
        return new NodeWave(this::look, access, engine, restraint, allowance);
    }

    private Object look(FactNeed<?> need, EngineObjects objects, Allowance allowance) throws LookupException {
        if (allowance.isSpent()) {
            throw LookupException.late("Looking at " + access.node() + " took too long.", null);
        }
        return switch (need) {
            case FactNeed.Containers ignored ->
                EngineAnswers.containers(engine.get("/containers/json?all=1", EngineAnswers.CONTAINERS, allowance));

            case FactNeed.Images ignored ->
                EngineAnswers.images(engine.get("/images/json", EngineAnswers.IMAGES, allowance));
            case FactNeed.Image(var node, var name) -> image(name, allowance);
            case FactNeed.ContainerFile(var node, var container, var path) ->
                containerFiles.read(container, path, allowance);
            case FactNeed.ImageFile(var node, var image, var path) -> imageFiles.read(image, path, allowance);
            case FactNeed.Http http -> probe.ask(http, allowance);
            case FactNeed.Events ignored -> log.snapshot();
            case FactNeed.Property property -> objects.look(property, allowance);
            case FactNeed.Tcp(var node, var port) -> ports.connect(port, allowance);
            case FactNeed.Dns(var node, var port, var name) -> ports.resolve(port, name, allowance);
            case FactNeed.NodeFile(var node, var path) -> commands.file(path, allowance);
            case FactNeed.Exec(var node, var command) -> commands.run(command, allowance);
            case FactNeed.Answer ignored -> throw new IllegalArgumentException("an answer is not on a node");
        };
    }

    private ImageFact image(ImageName name, Allowance allowance) throws LookupException {
        var image = engine.find("/images/" + name + "/json", EngineAnswers.IMAGE, allowance);
        var history =
                image.isEmpty() ? image : engine.find("/images/" + name + "/history", EngineAnswers.HISTORY, allowance);
        return history.isEmpty() ? new ImageFact(Optional.empty()) : EngineAnswers.image(image.get(), history.get());
    }

    /**
     * Discards the events and files that were read from the node's previous engine. Called after the node was
     * recreated.
     */
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
