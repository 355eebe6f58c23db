package dev.slipway.sandbox.attach;

import dev.slipway.engine.support.BoundedOutput;
import dev.slipway.engine.support.Deadline;
import dev.slipway.engine.support.EndlessOutputException;
import dev.slipway.engine.support.Remaining;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The machines of the administrator's attach targets. A caller names a machine by the name of its target. Thread-safe.
 */
@Component
public final class AttachedMachines {
    private static final TerminalSize USUAL_SIZE = new TerminalSize(80, 24);

    private static final Logger log = LoggerFactory.getLogger(AttachedMachines.class);

    /** Maximum number of bytes of standard error that are kept: enough to explain why a connection failed. */
    private static final int ERROR_LIMIT = 8 << 10;

    /**
     * Maximum number of open processes for one machine; each occupies three threads of the platform. Shells, checks and
     * previews of one learner need about ten.
     */
    private static final int MOST_OPEN = 64;

    private final AttachProperties properties;
    private final Set<ChildStream> open = ConcurrentHashMap.newKeySet();

    AttachedMachines(AttachProperties properties) {
        this.properties = properties;
    }

    /** @throws NodeException if no such target exists, or if the target has no command for this kind of request */
    public NodeStream open(String target, StreamRequest request) {
        var settings = settings(target);
        return start(target, settings, request, AttachCommands.words(settings, request), ERROR_LIMIT);
    }

    /**
     * Runs a command on a machine and waits until it ends; output and error are cut at {@code outputLimit} bytes each.
     *
     * @throws NodeException if the machine cannot be reached, or if the command has not ended after the timeout
     */
    public CommandResult run(String target, StreamRequest.Command command, Duration timeout, int outputLimit) {
        var settings = settings(target);
        var words = AttachCommands.words(settings, command);
        return finish(target, start(target, settings, command, words, outputLimit), timeout, outputLimit);
    }

    /** Returns whether the target has a command that resets the machine to its first state. */
    public boolean canReset(String target) {
        return !settings(target).reset().isEmpty();
    }

    /** Resets a machine to its first state. The reset command runs where the platform runs. */
    public CommandResult reset(String target, Duration timeout, int outputLimit) {
        var settings = settings(target);
        var request = new StreamRequest.Command(settings.reset());
        return finish(target, start(target, settings, request, settings.reset(), outputLimit), timeout, outputLimit);
    }

    /** Runs the probe command of a target once. */
    public CommandResult probe(String target, Duration timeout, int outputLimit) {
        return run(target, new StreamRequest.Command(settings(target).probe()), timeout, outputLimit);
    }

    /** Returns whether no attach process is left on any machine. */
    boolean isIdle() {
        return open.isEmpty();
    }

    private AttachTarget settings(String target) {
        return properties
                .target(target)
                .orElseThrow(() -> new NodeException(
                        Reason.NOT_FOUND,
                        "The administrator has removed the attach target " + target + " from the settings."));
    }

    private ChildStream start(
            String target, AttachTarget settings, StreamRequest request, List<String> words, int errorLimit) {
        if (open.stream().filter(stream -> stream.leadsTo(target)).count() >= MOST_OPEN) {
            throw new NodeException(
                    Reason.REFUSED,
                    "There are " + MOST_OPEN + " connections to the attach target " + target
                            + " already. Close terminals or previews of this machine.");
        }
        var environment = ChildEnvironment.of(System.getenv(), settings.environment());
        try {
            var child = request instanceof StreamRequest.Shell(int _, var size)
                    ? TerminalChild.start(words, environment, size.orElse(USUAL_SIZE))
                    : PipedChild.start(words, environment);
            var stream = ChildStream.of(target, child, settings.lostStatus(), errorLimit);
            open.add(stream);
            var _ = stream.released().thenRun(() -> open.remove(stream));
            return stream;
        } catch (IOException e) {
            throw new NodeException(
                    Reason.UNREACHABLE,
                    "The command " + words.getFirst() + " of the attach target " + target + " cannot be started.",
                    e);
        }
    }

    private static CommandResult finish(String target, ChildStream stream, Duration timeout, int outputLimit) {
        var remaining = Remaining.of(timeout);
        var deadline = Deadline.closing(stream, timeout);
        try (stream;
                deadline) {
            stream.input().close();
            var output = new BoundedOutput(outputLimit);
            output.readAll(stream.output(), BoundedOutput.MOST_OF_A_COMMAND);
            var status = stream.exitStatus(remaining.time());
            return new CommandResult(
                    status, output.text(), stream.error(), output.truncated() || stream.errorTruncated());
        } catch (EndlessOutputException e) {
            throw new NodeException(Reason.REFUSED, "the command on " + target + " does not stop writing", e);
        } catch (IOException e) {
            var reason = deadline.expired() ? Reason.TIMED_OUT : Reason.UNREACHABLE;
            throw new NodeException(reason, "the command on " + target + " did not end in time", e);
        }
    }

    /** Ends all attach processes when the platform stops, so that no process outlives the platform. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        log.info("ending attach processes count={}", open.size());
        open.forEach(ChildStream::close);
    }
}
