package dev.slipway.lab.folder;

import dev.slipway.lab.AttachTargets;
import dev.slipway.shared.AttachReference;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Checks nodes that are attach targets. The schema has already accepted the document. */
final class AttachRules {
    /** Keys that only a node that the platform creates can have. */
    private static final List<String> OF_MADE_MACHINES = List.of("count", "memory", "cpus");

    private final LabDraft draft;

    AttachRules(LabDraft draft) {
        this.draft = draft;
    }

    /**
     * Returns the attach target to which a node's {@code attach} refers: by the target's name, or by the words of its
     * shell command.
     */
    static Optional<AttachReference> wish(JsonNode attach) {
        if (attach.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(
                attach.isString()
                        ? new AttachReference.Named(attach.stringValue())
                        : new AttachReference.ByShell(YamlValues.stream(attach)
                                .map(JsonNode::stringValue)
                                .toList()));
    }

    /** @param host the attach targets that the administrator has set up; empty if they are not known */
    void check(Optional<AttachTargets> host) {
        var first = new HashMap<AttachReference, String>();
        draft.root()
                .path("nodes")
                .forEachEntry((name, node) -> wish(node.path("attach")).ifPresent(wish -> {
                    var pointer = YamlDocument.child("/nodes", name);
                    checkLimits(node, pointer);
                    checkAllowed(wish, pointer + "/attach", host);
                    var other = first.putIfAbsent(wish, name);
                    if (other != null) {
                        draft.error(
                                pointer + "/attach",
                                "attach-twice",
                                "The nodes `" + other + "` and `" + name + "` are the same machine.",
                                "attach: another-vm");
                    }
                }));
    }

    private void checkLimits(JsonNode node, String pointer) {
        OF_MADE_MACHINES.stream()
                .filter(node::has)
                .forEach(key -> draft.error(
                        pointer + "/" + key,
                        "attach-limits",
                        "A machine with `attach` is not created by the platform: remove `" + key + "`.",
                        "vm: {attach: lab-vm}"));
    }

    private void checkAllowed(AttachReference wish, String pointer, Optional<AttachTargets> host) {
        if (host.isEmpty()) {
            draft.warn(
                    pointer,
                    "attach-target",
                    "The lab runs only on a platform whose administrator has set up this machine. " + whatToSet(wish),
                    "attach: lab-vm");
        } else if (!host.get().has(wish)) {
            draft.error(
                    pointer,
                    "attach-target",
                    "The administrator of this platform has not set up the machine " + wish + ". " + whatToSet(wish),
                    "attach: lab-vm");
        }
    }

    private static String whatToSet(AttachReference wish) {
        return switch (wish) {
            case AttachReference.Named(var target) ->
                "That needs the settings slipway.attach.targets." + target + ".shell and .command.";
            case AttachReference.ByShell(var shell) ->
                "That needs the setting slipway.attach.targets.<name>.shell with exactly these words: "
                        + String.join(", ", shell) + "; and slipway.attach.targets.<name>.command.";
        };
    }
}
