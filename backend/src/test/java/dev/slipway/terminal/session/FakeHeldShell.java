package dev.slipway.terminal.session;

import dev.slipway.sandbox.HeldShell;
import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.NodeException.Reason;
import dev.slipway.sandbox.TerminalSize;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** Stream to a shell that ran before the session. */
record FakeHeldShell(FakeShell shell, long epoch, long from, long historyEnd, boolean lost) implements HeldShell {

    @Override
    public TerminalSize size() {
        return shell.size();
    }

    @Override
    public InputStream output() {
        return shell.output();
    }

    @Override
    public OutputStream input() {
        return shell.input();
    }

    @Override
    public void resize(TerminalSize size) {
        shell.resize(size);
    }

    @Override
    public int exitStatus(Duration timeout) {
        if (lost) {
            throw new NodeException(Reason.UNREACHABLE, "only the stream has ended");
        }
        return shell.exitStatus(timeout);
    }

    @Override
    public void close() {
        shell.close();
    }
}
