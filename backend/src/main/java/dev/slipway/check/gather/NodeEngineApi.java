package dev.slipway.check.gather;

import dev.slipway.engine.EngineException;
import dev.slipway.engine.ExcessiveAnswerException;
import dev.slipway.engine.StreamHttpClient;
import dev.slipway.engine.StreamHttpClient.HttpAnswer;
import dev.slipway.engine.json.BoundedJson;
import dev.slipway.engine.json.JsonMask;
import dev.slipway.engine.json.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** Requests to a node engine over one kept connection. For one thread at a time; closing is allowed from any. */
final class NodeEngineApi implements AutoCloseable {
    /**
     * The version in which everything is asked: the newest that still tells the container of an image, and the oldest
     * that Docker 29 understands. Pinned so that facts do not change with the node's engine.
     */
    static final String VERSION = "/v1.44";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /** An engine explains a refusal in a sentence. */
    private static final int REFUSAL_LIMIT = 8 * 1024;

    /** Logs are the only answers that are not JSON: 150 lines, as long as lines of JSON are. */
    private static final int TEXT_LIMIT = 512 * 1024;

    private static final JsonMask MESSAGE = JsonMask.of("/message");

    private final StreamHttpClient http;
    private final String name;
    private final int answerLimit;

    NodeEngineApi(NodeAccess access, int answerLimit) {
        this.http = new StreamHttpClient(access::engine, "docker");
        this.name = "The Docker Engine on " + access.node();
        this.answerLimit = answerLimit;
    }

    /**
     * An engine's answer.
     *
     * @param content of the answer as far as the mask keeps it; a text if it is not JSON, the refusal's message if the
     *     status is not 200
     */
    record Answer(int status, JsonNode content) {}

    /** What is at a path; empty if the engine says that it does not exist. */
    Optional<JsonNode> find(String path, JsonMask mask, Allowance allowance) throws LookupException {
        var answer = ask(path, mask, allowance);
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() != OK) {
            throw refused(answer.status());
        }
        return Optional.of(answer.content());
    }

    /** What is at a path that every engine has. */
    JsonNode get(String path, JsonMask mask, Allowance allowance) throws LookupException {
        return find(path, mask, allowance).orElseThrow(() -> unreadable(null));
    }

    /** An answer in JSON, whatever its status. */
    Answer ask(String path, JsonMask mask, Allowance allowance) throws LookupException {
        return ask(path, allowance, body -> BoundedJson.read(body, answerLimit, mask, allowance.memory()));
    }

    /** An answer that is a text, whatever its status. */
    Answer askText(String path, Allowance allowance) throws LookupException {
        return ask(path, allowance, body -> text(body, allowance));
    }

    private Answer ask(String path, Allowance allowance, Content content) throws LookupException {
        return call(() -> http.read(
                VERSION + path,
                allowance.next(),
                (status, type, body) ->
                        new Answer(status, status == OK ? content.read(body) : message(body, allowance))));
    }

    private interface Content {
        JsonNode read(InputStream body) throws IOException;
    }

    private static JsonNode message(InputStream body, Allowance allowance) throws IOException {
        try {
            return BoundedJson.read(body, REFUSAL_LIMIT, MESSAGE, allowance.memory())
                    .path("message");
        } catch (MalformedJsonException e) {
            return MissingNode.getInstance();
        }
    }

    private JsonNode text(InputStream body, Allowance allowance) throws IOException {
        // The bytes, and the text that is made of them.
        allowance.memory().take(3L * TEXT_LIMIT);
        var bytes = body.readNBytes(TEXT_LIMIT + 1);
        if (bytes.length > TEXT_LIMIT) {
            throw new ExcessiveAnswerException("more than " + TEXT_LIMIT + " bytes of text");
        }
        return StringNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
    }

    /** An answer as it is, with a status of 200 or 404. */
    HttpAnswer get(String path, Allowance allowance, int limit) throws LookupException {
        var answer = call(() -> http.get(VERSION + path, allowance.next(), limit));
        if (answer.status() != OK && answer.status() != NOT_FOUND) {
            throw refused(answer.status());
        }
        return answer;
    }

    /** Changes something; returns the status, whatever it is. */
    int send(String method, String path, String json, Allowance allowance) throws LookupException {
        return call(() -> http.send(method, VERSION + path, json, allowance.next(), answerLimit))
                .status();
    }

    LookupException refused(int status) {
        return LookupException.unavailable(name + " answered with status " + status + ".", null);
    }

    LookupException unreadable(@Nullable Throwable cause) {
        return LookupException.unavailable(name + " gave an answer that cannot be read.", cause);
    }

    /** The engine answers more than can be read. */
    LookupException excessive(ExcessiveAnswerException bound) {
        return LookupException.excessive(name + " answers more than can be read.", bound);
    }

    private <T> T call(Call<T> call) throws LookupException {
        try {
            return call.answer();
        } catch (ExcessiveAnswerException e) {
            throw excessive(e);
        } catch (MalformedJsonException e) {
            throw unreadable(e);
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

    private interface Call<T> {
        T answer() throws IOException;
    }
}
