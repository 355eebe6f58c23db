package dev.slipway.api.access;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.account.SessionKey;
import dev.slipway.check.CheckPlan;
import dev.slipway.check.Checks;
import dev.slipway.lab.TaskId;
import dev.slipway.preview.OpenPort;
import dev.slipway.preview.OpenPorts;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.Previews;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.SandboxId;
import dev.slipway.terminal.FollowedTerminal;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.Terminals;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The services that attempts call once a caller has shown that it may act. They check nothing themselves, and note each
 * call. Locking: the list of calls is guarded by the monitor. Real checks would store verdicts at any time, so that no test could tell what a refused call has changed.
 */
final class FakeNeighbours implements Checks, Terminals, Previews, OpenPorts {
    @GuardedBy("this")
    private final List<String> calls = new ArrayList<>();

    /** Returns all calls, numbered. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    private synchronized void note(String call) {
        calls.add("call " + calls.size() + ": " + call);
    }

    @Override
    public void watch(CheckPlan plan) {
        note("watch " + plan.attempt());
    }

    @Override
    public void unwatch(AttemptId attempt) {
        note("unwatch " + attempt);
    }

    @Override
    public void answer(AttemptId attempt, TaskId task, String value) {
        note("answer " + attempt);
    }

    @Override
    public void checkNow(AttemptId attempt) {
        note("check " + attempt);
    }

    @Override
    public String ticket(AccountId account, SessionKey session, TerminalKey terminal) {
        note("ticket " + terminal);
        return "ticket";
    }

    @Override
    public void type(TerminalKey terminal, String text) {
        note("type " + terminal);
    }

    @Override
    public void close(TerminalKey terminal) {
        note("close " + terminal);
    }

    @Override
    public FollowedTerminal follow(
            AccountId account, TerminalKey terminal, TerminalSize size, Consumer<byte[]> output) {
        throw new UnsupportedOperationException("the API follows no terminal");
    }

    @Override
    public void disconnect(AccountId account) {
        note("disconnect " + account);
    }

    @Override
    public void disconnect(SessionKey session) {
        note("disconnect " + session);
    }

    @Override
    public PreviewTicket open(AccountId account, SessionKey session, PreviewTarget target) {
        note("open " + target);
        return new PreviewTicket(URI.create("http://preview.test"), "ticket", Instant.EPOCH);
    }

    @Override
    public void close(AccountId account) {
        note("close " + account);
    }

    @Override
    public void close(SessionKey session) {
        note("close " + session);
    }

    @Override
    public Following follow(SandboxId sandbox, List<NodeName> nodes) {
        throw new UnsupportedOperationException("the API follows no ports");
    }

    @Override
    public List<OpenPort> of(SandboxId sandbox) {
        throw new UnsupportedOperationException("the API lists no ports");
    }
}
