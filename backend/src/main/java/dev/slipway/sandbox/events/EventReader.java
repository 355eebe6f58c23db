package dev.slipway.sandbox.events;

import dev.slipway.sandbox.NodeEvent;
import dev.slipway.sandbox.json.BoundedJson;
import dev.slipway.sandbox.json.JsonMask;
import dev.slipway.sandbox.json.MemoryBudget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Parses one line of the response to {@code GET /events}, and keeps only the fields that followers receive. */
final class EventReader {
    /** Maximum length of a text: longer than any name. An action that contains a command may be longer and is cut. */
    private static final int MAX_TEXT = 300;

    private static final long NANOS = 1_000_000_000L;

    /** Attributes that are kept. The engine also sends the labels of a container as attributes, which are dropped. */
    private static final List<String> ATTRIBUTES = List.of("container", "execID", "exitCode", "image", "name");

    private static final JsonMask FIELDS = JsonMask.of(
            "/Type",
            "/Action",
            "/timeNano",
            "/Actor/ID",
            "/Actor/Attributes/container",
            "/Actor/Attributes/execID",
            "/Actor/Attributes/exitCode",
            "/Actor/Attributes/image",
            "/Actor/Attributes/name");

    private final MemoryBudget memory;

    EventReader(MemoryBudget memory) {
        this.memory = memory;
    }

    /** Reads an event. Throws an {@link IOException} if the line is not an event, or exceeds a limit. */
    NodeEvent read(byte[] line) throws IOException {
        try (var share = memory.share()) {
            return event(BoundedJson.read(new ByteArrayInputStream(line), line.length, FIELDS, share));
        }
    }

    private static NodeEvent event(JsonNode json) {
        var nanos = json.path("timeNano").asLong(0);
        var actor = json.path("Actor");
        var attributes = new HashMap<String, String>();
        for (var name : ATTRIBUTES) {
            var value = text(actor.path("Attributes"), name);
            if (!value.isEmpty()) {
                attributes.put(name, value);
            }
        }
        return new NodeEvent(
                Instant.ofEpochSecond(nanos / NANOS, nanos % NANOS),
                text(json, "Type"),
                text(json, "Action"),
                text(actor, "ID"),
                attributes);
    }

    private static String text(JsonNode node, String field) {
        var text = node.path(field).asString("");
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
}
