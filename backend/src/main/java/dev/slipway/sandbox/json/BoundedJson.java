package dev.slipway.sandbox.json;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON of a node engine token by token, keeps only the parts that a {@link JsonMask} selects, and fails as soon
 * as a limit is exceeded. It does not limit the time: the caller must close the input at its deadline.
 */
public final class BoundedJson {
    /** Maximum nesting depth. Docker's deepest responses, specifications of Swarm services, have 12 levels. */
    private static final int MAX_DEPTH = 32;
    /** Maximum length of a string: Linux's limit for an argument or environment variable ({@code MAX_ARG_STRLEN}). */
    private static final int MAX_STRING = 128 * 1024;
    /** Maximum number of digits of a number. Nanoseconds since 1970 have 19 digits. */
    private static final int MAX_NUMBER = 40;
    /**
     * Maximum length of a member's name. Names of labels and networks occur as member names; the names that the
     * platform uses are shorter.
     */
    private static final int MAX_NAME = 1024;
    /**
     * Maximum number of elements of an array and of members of an object. A node of 1 GiB runs out of memory with a
     * tenth of that many containers.
     */
    private static final int MAX_ELEMENTS = 5_000;

    /**
     * Approximate number of bytes that a value takes in memory, as part of the tree and of the fact that is built from
     * it.
     */
    private static final int VALUE_SIZE = 128;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(MAX_NAME)
                    .build())
            // Responses of different nodes must share no memory, so the parser does not cache names and does not reuse
            // buffers.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            // The parser must not close its input: closing the body of an HTTP response would first read its remaining
            // bytes.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private BoundedJson() {}

    /**
     * Reads one document up to the end of the input.
     *
     * @param limit greatest number of bytes of input
     * @param share share of the memory budget, from which the memory of the kept parts is taken
     * @throws ExcessiveAnswerException if a limit is exceeded
     * @throws MalformedJsonException if the input is not one JSON document
     */
    public static JsonNode read(InputStream input, long limit, JsonMask mask, MemoryBudget.Share share)
            throws IOException {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), new EnoughInput(input, limit))) {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException("empty", null);
            }
            var tree = value(parser, mask, share);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException("more than one document", null);
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw new ExcessiveAnswerException(e.getOriginalMessage(), e);
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new MalformedJsonException(e.getOriginalMessage(), e);
        }
    }

    private static JsonNode value(JsonParser parser, JsonMask mask, MemoryBudget.Share share) throws IOException {
        share.take(VALUE_SIZE);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, mask, share);
            case START_ARRAY -> array(parser, mask, share);
            case VALUE_STRING -> {
                var text = parser.getString();
                share.take((long) Character.BYTES * text.length());
                yield NODES.stringNode(text);
            }
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case NOT_AVAILABLE, PROPERTY_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT ->
                throw new MalformedJsonException("unexpected " + parser.currentToken(), null);
        };
    }

    private static JsonNode integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static ObjectNode object(JsonParser parser, JsonMask mask, MemoryBudget.Share share) throws IOException {
        var object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var member = mask.member(name);
            parser.nextToken();
            if (member == null) {
                parser.skipChildren();
            } else {
                bound(object.size());
                share.take((long) Character.BYTES * name.length());
                object.set(name, value(parser, member, share));
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, JsonMask mask, MemoryBudget.Share share) throws IOException {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            bound(array.size());
            array.add(value(parser, mask, share));
        }
        return array;
    }

    private static void bound(int size) throws ExcessiveAnswerException {
        if (size >= MAX_ELEMENTS) {
            throw new ExcessiveAnswerException("more than " + MAX_ELEMENTS + " elements");
        }
    }
}
