package dev.slipway.api.access;

import static org.awaitility.Awaitility.await;

import dev.slipway.account.ApiTokenId;
import dev.slipway.account.ApiTokens;
import dev.slipway.account.MutableClock;
import dev.slipway.account.Role;
import dev.slipway.account.persistence.AccountLedger;
import dev.slipway.attempt.Attempts;
import dev.slipway.attempt.FakeRecordings;
import dev.slipway.lab.LabId;
import dev.slipway.sandbox.FakeHostEngine;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.sandbox.upkeep.PeriodicLooks;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.terminal.Recording;
import dev.slipway.terminal.RecordingId;
import dev.slipway.terminal.TerminalKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Targets of the requests of the access matrix: an open attempt with a recording, a spare token, an account. */
final class Scene {
    private static final LabId LAB = new LabId("sample");
    private static final NodeName NODE = new NodeName("node1");

    private final BeanFactory beans;
    private final AccountId owner;
    private final AccountId subject;
    private AttemptId attempt;
    private ApiTokenId token;

    /** @param owner the learner of the attempt, and the owner of the token */
    Scene(BeanFactory beans, AccountId owner) {
        this.beans = beans;
        this.owner = owner;
        this.subject =
                Callers.add(get(AccountLedger.class), "subject", Role.LEARNER).id();
        this.token = issueToken();
        this.attempt = startAttempt();
    }

    /** Replaces what an allowed call may have changed or used up. */
    void renew() {
        get(Attempts.class)
                .findOpen(owner, LAB)
                .ifPresent(open -> get(Attempts.class).end(owner, open.id()));
        token = issueToken();
        attempt = startAttempt();
    }

    private ApiTokenId issueToken() {
        return get(ApiTokens.class).issue(owner, "spare").token().id();
    }

    private AttemptId startAttempt() {
        var id = get(Attempts.class).start(owner, LAB).id();
        awaitQuiet();
        get(FakeRecordings.class).add(recordingOf(id));
        return id;
    }

    private Recording recordingOf(AttemptId id) {
        var sandbox = get(Sandboxes.class).findLatest(id).orElseThrow().id();
        var start = get(MutableClock.class).instant();
        return new Recording(new RecordingId(new TerminalKey(sandbox, NODE, 1), start), start, 100);
    }

    /** Replaces the names in a path with the ids of what is there now. */
    String resolve(String path) {
        var values = Map.of(
                "attempt", attempt.toString(),
                "recording", recordingOf(attempt).id().toString(),
                "account", subject.toString(),
                "token", token.toString(),
                "lab", LAB.toString(),
                "node", NODE.toString(),
                "task", "first",
                "question", "where");
        var resolved = path;
        for (var value : values.entrySet()) {
            resolved = resolved.replace("{" + value.getKey() + "}", value.getValue());
        }
        return resolved;
    }

    /** Returns all that a call could change: rows of the database, objects on the engine, calls of other services. */
    Set<String> content() {
        awaitQuiet();
        var objects = get(FakeHostEngine.class).objects().stream();
        var rows = new DatabaseContent(get(JdbcClient.class)).lines();
        var calls = get(FakeNeighbours.class).calls().stream();
        return Stream.of(rows, objects, calls).flatMap(Function.identity()).collect(Collectors.toSet());
    }

    /** Returns what has come and what has gone, a line each. */
    List<String> changesSince(Set<String> before) {
        var now = content();
        var gone = before.stream().filter(line -> !now.contains(line)).map("gone: "::concat);
        var come = now.stream().filter(line -> !before.contains(line)).map("come: "::concat);
        return Stream.concat(gone, come).toList();
    }

    /** Waits until all machines are ready and nothing is being done in the background. */
    private void awaitQuiet() {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(20))
                .until(this::isQuiet);
    }

    private boolean isQuiet() {
        var unheard = get(JdbcClient.class)
                .sql("select count(*) from event_publication")
                .query(Integer.class)
                .single();
        return unheard == 0
                && PeriodicLooks.isQuiet(beans)
                && get(Sandboxes.class).open().stream()
                        .allMatch(sandbox -> sandbox.state() instanceof SandboxState.Ready);
    }

    private <T> T get(Class<T> type) {
        return beans.getBean(type);
    }
}
