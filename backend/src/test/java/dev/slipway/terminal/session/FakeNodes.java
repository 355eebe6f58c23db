package dev.slipway.terminal.session;

import dev.slipway.sandbox.NodeStream;
import dev.slipway.sandbox.OneNode;
import dev.slipway.sandbox.StreamRequest;
import dev.slipway.sandbox.TerminalSize;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Nodes with fake shells. */
public final class FakeNodes implements OneNode {
    private final List<FakeShell> shells = new CopyOnWriteArrayList<>();
    private final List<Integer> ended = new CopyOnWriteArrayList<>();
    private final List<List<TerminalSize>> requestedSizes = new CopyOnWriteArrayList<>();
    private volatile Consumer<FakeShell> begin = _ -> {};
    private volatile @Nullable Held held;
    private volatile boolean streamsAreLost;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean inReset;

    /** Output that a shell wrote before its session. */
    private record Held(long epoch, long from, String history) {}

    /** Sets the action that every new shell runs first. */
    void each(Consumer<FakeShell> doing) {
        begin = doing;
    }

    /** Makes every new shell echo its input. */
    public void echo() {
        each(FakeShell::echo);
    }

    /** Makes the node return a running shell that has already written this history. */
    void holdShell(long epoch, long from, String history) {
        held = new Held(epoch, from, history);
    }

    /** Makes the end of a held shell's stream mean a lost connection instead of an exit. */
    void loseStreams() {
        streamsAreLost = true;
    }

    /** Makes every later attempt to open a shell fail. */
    void failWith(RuntimeException cause) {
        failure = cause;
    }

    /** Sets whether the node is being recreated. */
    void reset(boolean underWay) {
        inReset = underWay;
    }

    /** Returns the numbers of the shells that the session asked the node to end. */
    List<Integer> ended() {
        return ended;
    }

    /** Returns the requested size of each opened stream. */
    List<List<TerminalSize>> requestedSizes() {
        return requestedSizes;
    }

    List<FakeShell> opened() {
        return shells;
    }

    FakeShell shell() {
        return shells.getLast();
    }

    @Override
    public NodeStream open(StreamRequest request) {
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
    public boolean isBeingRecreated() {
        return inReset;
    }

    @Override
    public void endShell(int number) {
        ended.add(number);
    }
}
