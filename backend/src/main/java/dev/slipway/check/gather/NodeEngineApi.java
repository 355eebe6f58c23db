package dev.slipway.check.gather;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.StreamHttpClient;
import dev.slipway.engine.StreamHttpClient.HttpAnswer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a node engine over one kept connection. For one thread at a time; closing is allowed from any. */
final class NodeEngineApi implements AutoCloseable {
    /**
     * The version in which everything is asked: the newest that still tells the container of an image, and the oldest
     * that Docker 29 understands. Pinned so that facts do not change with the node's engine.
     */
    static final String VERSION = "/v1.44";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StreamHttpClient http;
    private final String name;
    private final int answerLimit;

    NodeEngineApi(NodeAccess access, int answerLimit) {
        this.http = new StreamHttpClient(access::engine, "docker");
        this.name = "The Docker Engine on " + access.node();
        this.answerLimit = answerLimit;
    }

    /** What is at a path; empty if the engine says that it does not exist. */
    Optional<JsonNode> find(String path, TimeBudget time) throws LookupException {
        var answer = get(path, time, answerLimit);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.truncated()) {
            throw LookupException.unavailable(name + " gave an answer that is too long to read.", null);
        }
        try {
            return Optional.of(JSON.readTree(answer.body()));
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /** What is at a path that every engine has. */
    JsonNode get(String path, TimeBudget time) throws LookupException {
        return find(path, time).orElseThrow(() -> unreadable(null));
    }

    /** An answer as it is, whatever its status. */
    HttpAnswer ask(String path, TimeBudget time) throws LookupException {
        var answer = call(() -> http.get(VERSION + path, time.next(), answerLimit));
        if (answer.truncated()) {
            throw LookupException.unavailable(name + " gave an answer that is too long to read.", null);
        }
        return answer;
    }

    /** An answer as it is, with a status of 200 or 404. */
    HttpAnswer get(String path, TimeBudget time, int limit) throws LookupException {
        var answer = call(() -> http.get(VERSION + path, time.next(), limit));
        if (answer.status() != OK && answer.status() != NOT_FOUND) {
            throw refused(answer.status());
        }
        return answer;
    }

    /** Changes something; returns the status, whatever it is. */
    int send(String method, String path, String json, TimeBudget time) throws LookupException {
        return call(() -> http.send(method, VERSION + path, json, time.next(), answerLimit))
                .status();
    }

    LookupException refused(int status) {
        return LookupException.unavailable(name + " answered with status " + status + ".", null);
    }

    LookupException unreadable(@Nullable Throwable cause) {
        return LookupException.unavailable(name + " gave an answer that cannot be read.", cause);
    }

    private HttpAnswer call(Call call) throws LookupException {
        try {
            return call.answer();
        } catch (SocketTimeoutException e) {
            throw LookupException.late(name + " did not answer in time.", e);
        } catch (IOException e) {
            throw LookupException.unavailable(name + " does not answer.", e);
        } catch (EngineException e) {
            throw ofNode(e, name);
        }
    }

    /** What it means for a fact that no stream into the node could be opened. */
    static LookupException ofNode(EngineException e, String what) {
        return e.reason() == EngineException.Reason.TIMED_OUT
                ? LookupException.late(what + " did not answer in time.", e)
                : LookupException.unavailable(what + " cannot be reached at the moment.", e);
    }

    @Override
    public void close() {
        http.close();
    }

    private interface Call {
        HttpAnswer answer() throws IOException;
    }
}
