package dev.slipway.lab.folder;

import java.util.HashSet;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Checks the names of nodes, and the files that are copied to them. */
final class NodeRules {
    private final LabDraft draft;

    NodeRules(LabDraft draft) {
        this.draft = draft;
    }

    void check() {
        checkNames();
        draft.root().path("nodes").forEachEntry((name, node) -> {
            for (var i = 0; i < node.path("files").size(); i++) {
                checkFile(YamlDocument.child("/nodes", name) + "/files/" + i + "/from");
            }
        });
        for (var i = 0; i < draft.root().path("setup").size(); i++) {
            checkNode(draft, draft.root().path("setup").path(i).path("node"), "/setup/" + i + "/node", true);
        }
    }

    /**
     * Reports a name that is not the name of a node.
     *
     * @param groupAllowed whether the name may also be a key with a {@code count}, which means several nodes
     */
    static void checkNode(LabDraft draft, JsonNode name, String pointer, boolean groupAllowed) {
        if (name.isMissingNode()) {
            return;
        }
        var allowed = new TreeSet<String>();
        draft.nodeNames().values().forEach(allowed::addAll);
        if (groupAllowed) {
            allowed.addAll(draft.nodeNames().keySet());
        }
        if (!allowed.contains(name.stringValue())) {
            draft.error(
                    pointer,
                    "unknown-node",
                    "There is no node `" + name.stringValue() + "`. There are: " + String.join(", ", allowed) + ".",
                    "node: " + allowed.first());
        }
    }

    private void checkNames() {
        var seen = new HashSet<String>();
        draft.nodeNames()
                .forEach((key, names) -> names.stream()
                        .filter(name -> !seen.add(name))
                        .forEach(name -> draft.error(
                                draft.yaml().positionOfKey(YamlDocument.child("/nodes", key)),
                                "duplicate-id",
                                "There are two nodes called `" + name + "`.",
                                name + "-other: {memory: 1g}")));
    }

    private void checkFile(String pointer) {
        var from = draft.root().at(pointer).asString("");
        var content = draft.folder().file(from);
        if (content.isEmpty()) {
            draft.error(
                    pointer,
                    "missing-file",
                    "There is no file " + from + " in the lab's folder."
                            + DidYouMean.sentence(from, draft.folder().files().keySet()),
                    "from: "
                            + DidYouMean.nearest(from, draft.folder().files().keySet())
                                    .orElse("files/stack.yml"));
        } else if (YamlValues.text(content.get()).isEmpty()) {
            draft.error(pointer, "encoding", "The file " + from + " is not UTF-8 text.", "from: files/stack.yml");
        }
    }
}
