package dev.slipway.check.gather;

import dev.slipway.check.CheckProperties;
import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.ImageFact;
import dev.slipway.check.fact.ImageName;
import dev.slipway.check.fact.Observed;
import dev.slipway.check.fact.Source;
import dev.slipway.sandbox.NodeEvents;
import dev.slipway.sandbox.NodeEvents.Following;
import dev.slipway.shared.UserFacingException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers facts about one node of an attempt. One thread at a time may gather; any thread may close it. */
final class NodeObserver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeObserver.class);

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

    /**
     * Gathers facts. After a request to the engine that timed out or had a response larger than the limits allow, this
     * method sends no other request to the engine in the same wave.
     */
    Map<FactNeed<?>, Observed<?>> observe(Collection<FactNeed<?>> needs, Allowance allowance) {
        var gathered = new LinkedHashMap<FactNeed<?>, Observed<?>>();
        var objects = new EngineObjects(engine);
        var restrained = restraint.now();
        var silence = restrained;
        for (var need : needs) {
            var asksEngine = need.source() == Source.ENGINE && !(need instanceof FactNeed.Events);
            if (asksEngine && silence.isPresent()) {
                gathered.put(need, silence.get().observed());
                continue;
            }
            try {
                gathered.put(need, new Observed.Seen<>(look(need, objects, allowance)));
            } catch (LookupException e) {
                gathered.put(need, e.observed());
                silence = asksEngine && (e.isLate() || e.isExcessive()) ? Optional.of(e) : silence;
            } catch (UserFacingException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("fact not read sandbox={} node={}", access.sandbox(), access.node(), e);
                gathered.put(need, new Observed.Unavailable<>("Slipway could not look at " + access.node() + "."));
            }
        }
        if (restrained.isEmpty()) {
            silence.filter(LookupException::isExcessive).ifPresentOrElse(restraint::exceeded, restraint::wasWell);
        }
        return gathered;
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

    /** Clears what is known about the node's engine after the node was recreated. */
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
