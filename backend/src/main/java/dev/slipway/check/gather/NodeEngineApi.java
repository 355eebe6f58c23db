package dev.slipway.check.gather;

import dev.slipway.sandbox.NodeException;
import dev.slipway.sandbox.http.StreamHttpClient;
import dev.slipway.sandbox.json.BoundedJson;
import dev.slipway.sandbox.json.ExcessiveAnswerException;
import dev.slipway.sandbox.json.JsonMask;
import dev.slipway.sandbox.json.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * Sends requests to a node engine over one persistent connection. Used by one thread at a time, but any thread may call
 * {@link #close}.
 */
final class NodeEngineApi implements AutoCloseable {
    /**
     * The API version of all requests: the newest version that still reports the container of an image, and the oldest
     * version that Docker 29 supports. The version is fixed, so that facts do not change with the version of the node's
     * engine.
     */
    static final String VERSION = "/v1.44";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    /** Maximum size of an error response in bytes. An engine explains an error in one sentence. */
    private static final int REFUSAL_LIMIT = 8 * 1024;

    /**
     * Maximum size of a text response in bytes. The only text responses are logs of containers, of which 150 lines are
     * requested.
     */
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
     * A response of the engine.
     *
     * @param content the part of the response that the mask keeps; a text or bytes if the response is not JSON, the
     *     error message if the status is not 200
     */
    record Answer(int status, JsonNode content) {}

    /** Returns the response for a path; empty if the engine reports that the object does not exist. */
    Optional<JsonNode> find(String path, JsonMask mask, Allowance allowance) throws LookupException {
        return found(ask(path, mask, allowance));
    }

    /**
     * Returns the first bytes of the response for a path; empty if the engine reports that the object does not exist.
     */
    Optional<byte[]> findBytes(String path, int limit, Allowance allowance) throws LookupException {
        return found(ask(path, allowance, body -> BinaryNode.valueOf(body.readNBytes(limit))))
                .map(JsonNode::binaryValue);
    }

    private Optional<JsonNode> found(Answer answer) throws LookupException {
        if (answer.status() == NOT_FOUND) {
            return Optional.empty();
        }
        if (answer.status() != OK) {
            throw refused(answer.status());
        }
        return Optional.of(answer.content());
    }

    /** Returns the response for a path that every engine has. */
    JsonNode get(String path, JsonMask mask, Allowance allowance) throws LookupException {
        return find(path, mask, allowance).orElseThrow(() -> unreadable(null));
    }

    /** Returns a JSON response with any status. */
    Answer ask(String path, JsonMask mask, Allowance allowance) throws LookupException {
        return ask(path, allowance, body -> BoundedJson.read(body, answerLimit, mask, allowance.memory()));
    }

    /** Returns a text response with any status. */
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
        // Memory for the bytes and for the text that is created from them.
        allowance.memory().take(3L * TEXT_LIMIT);
        var bytes = body.readNBytes(TEXT_LIMIT + 1);
        if (bytes.length > TEXT_LIMIT) {
            throw new ExcessiveAnswerException("more than " + TEXT_LIMIT + " bytes of text");
        }
        return StringNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Sends a request that changes something, and returns the status of the response. */
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

    /** Returns the exception for a response that is larger than the limits allow. */
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
        } catch (NodeException e) {
            throw ofNode(e, name);
        }
    }

    /** Returns the exception for a fact that could not be gathered because no stream into the node could be opened. */
    static LookupException ofNode(NodeException e, String what) {
        return e.reason() == NodeException.Reason.TIMED_OUT
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
