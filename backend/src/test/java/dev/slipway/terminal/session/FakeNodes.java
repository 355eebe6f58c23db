package dev.slipway.terminal.session;

import dev.slipway.engine.CommandResult;
import dev.slipway.engine.EngineStream;
import dev.slipway.sandbox.NodeStreams;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Nodes whose shells are fakes. */
public final class FakeNodes implements NodeStreams {
    private final List<FakeShell> shells = new CopyOnWriteArrayList<>();
    private volatile Consumer<FakeShell> begin = _ -> {};

    /** What every new shell does first. */
    void each(Consumer<FakeShell> doing) {
        begin = doing;
    }

    /** Lets every new shell print back what is typed. */
    public void echo() {
        each(FakeShell::echo);
    }

    List<FakeShell> shells() {
        return shells;
    }

    FakeShell shell() {
        return shells.getLast();
    }

    @Override
    public EngineStream open(SandboxId sandbox, NodeName node, StreamRequest request) {
        var shell = new FakeShell(((StreamRequest.Shell) request).size());
        shells.add(shell);
        begin.accept(shell);
        return shell;
    }

    @Override
    public CommandResult run(
            SandboxId sandbox, NodeName node, StreamRequest.Command command, Duration timeout, int outputLimit) {
        throw new UnsupportedOperationException("terminals run no commands");
    }
}
