package dev.slipway.terminal.session;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.EngineStream;
import dev.slipway.engine.TerminalSize;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Nodes whose shells are fakes. */
public final class FakeNodes implements NodeStreams {
    private final List<FakeShell> shells = new CopyOnWriteArrayList<>();
    private final List<Integer> ended = new CopyOnWriteArrayList<>();
    private final List<List<TerminalSize>> requestedSizes = new CopyOnWriteArrayList<>();
    private volatile Consumer<FakeShell> begin = _ -> {};
    private volatile @Nullable Held held;
    private volatile boolean streamsAreLost;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean inReset;

    /** What a shell wrote before anybody asked for it. */
    private record Held(long epoch, long from, String history) {}

    /** What every new shell does first. */
    void each(Consumer<FakeShell> doing) {
        begin = doing;
    }

    /** Lets every new shell print back what is typed. */
    public void echo() {
        each(FakeShell::echo);
    }

    /** From now on there is one shell, which has written something before. */
    void holdShell(long epoch, long from, String history) {
        held = new Held(epoch, from, history);
    }

    /** The end of a held shell's output is not its end. */
    void loseStreams() {
        streamsAreLost = true;
    }

    /** Nothing opens any more. */
    void failWith(RuntimeException cause) {
        failure = cause;
    }

    /** The node is being recreated, or no longer. */
    void reset(boolean underWay) {
        inReset = underWay;
    }

    /** The numbers of shells that were to end in the node. */
    List<Integer> ended() {
        return ended;
    }

    /** For each stream that was opened, the size that was asked for. */
    List<List<TerminalSize>> requestedSizes() {
        return requestedSizes;
    }

    List<FakeShell> shells() {
        return shells;
    }

    FakeShell shell() {
        return shells.getLast();
    }

    @Override
    public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
        var cause = failure;
        if (cause != null) {
            throw cause;
        }
        var size = ((StreamRequest.Shell) request).size();
        requestedSizes.add(size.stream().toList());
        var shell = new FakeShell(size.orElse(new TerminalSize(80, 24)));
        shells.add(shell);
        begin.accept(shell);
        var before = held;
        if (before == null) {
            return shell;
        }
        shell.print(before.history());
        var end = before.from() + before.history().length();
        return new FakeHeldShell(shell, before.epoch(), before.from(), end, streamsAreLost);
    }

    @Override
    public boolean isBeingRecreated(SandboxId sandbox, NodeName node) {
        return inReset;
    }

    @Override
    public void endShell(SandboxId sandbox, NodeName node, int number) {
        ended.add(number);
    }

    @Override
    public CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
        throw new UnsupportedOperationException("terminals run no commands");
    }
}
