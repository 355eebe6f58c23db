package dev.slipway.lab.folder;

import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.SetupCommand;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the nodes of a lab and the setup commands that run on them before the learner sees the lab. */
final class NodeReader {
    private final LabDraft draft;

    NodeReader(LabDraft draft) {
        this.draft = draft;
    }

    List<NodeTemplate> nodes() {
        var nodes = new ArrayList<NodeTemplate>();
        draft.root().path("nodes").forEachEntry((key, node) -> {
            var files =
                    YamlValues.stream(node.path("files")).flatMap(this::file).toList();
            for (var name : draft.nodeNames().getOrDefault(key, List.of())) {
                nodes.add(new NodeTemplate(
                        new NodeName(name),
                        YamlValues.memory(node.path("memory").asString("1g")),
                        node.path("cpus").asDouble(1),
                        files,
                        AttachRules.wish(node.path("attach"))));
            }
        });
        return nodes;
    }

    List<SetupCommand> setup() {
        return YamlValues.stream(draft.root().path("setup"))
                .flatMap(step -> draft.nodesCalled(step.path("node").stringValue()).stream()
                        .map(node -> new SetupCommand(
                                new NodeName(node), step.path("run").stringValue())))
                .toList();
    }

    /** Returns the file; empty if it is missing or not text, which {@link NodeRules} reports. */
    private Stream<NodeTemplate.FileTemplate> file(JsonNode file) {
        return draft
                .folder()
                .file(file.path("from").stringValue())
                .flatMap(YamlValues::text)
                .map(text -> new NodeTemplate.FileTemplate(
                        text,
                        file.path("to").stringValue(),
                        file.path("executable").asBoolean(false)))
                .stream();
    }
}
