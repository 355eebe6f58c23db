package dev.slipway.lab.folder;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Checks that the image store has the images that a lab lists, and that the images that the checks of the lab name can
 * exist.
 */
final class ImageRules {
    private final LabDraft draft;
    private final Set<String> listed;
    private final List<Solution> solutions;

    ImageRules(LabDraft draft) {
        this.draft = draft;
        this.listed = new LinkedHashSet<>(YamlValues.strings(draft.root().path("images")));
        this.solutions = Solution.allIn(draft);
    }

    /** @param store the images in the image store; empty if they are not known */
    void check(Optional<Set<String>> store) {
        store.ifPresent(this::checkListed);
        for (var task : draft.tasks()) {
            checkNamed(task.node().path("check"), task.pointer() + "/check");
        }
    }

    private void checkListed(Set<String> store) {
        var known = store.stream().map(ImageRules::withTag).collect(Collectors.toCollection(LinkedHashSet::new));
        var index = 0;
        for (var image : listed) {
            if (!known.contains(withTag(image))) {
                var nearest = DidYouMean.nearest(withTag(image), known);
                draft.warn(
                        "/images/" + index,
                        "missing-image",
                        "The image `" + image + "` is not in the image store."
                                + DidYouMean.sentence(withTag(image), known),
                        "images: ["
                                + nearest.or(() -> known.stream().findFirst()).orElse("httpd") + "]");
            }
            index++;
        }
    }

    /**
     * Checks the images that a check names. The lab must list each of them, or a solution, a setup command or a file
     * must name it and therefore probably create it.
     */
    private void checkNamed(JsonNode value, String pointer) {
        if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                checkNamed(value.path(i), pointer + "/" + i);
            }
        } else if (value.isObject()) {
            value.forEachEntry((key, member) -> {
                var child = YamlDocument.child(pointer, key);
                if (key.equals("image") && member.isString()) {
                    checkImage(member.stringValue(), child);
                } else {
                    checkNamed(member, child);
                }
            });
        }
    }

    private void checkImage(String image, String pointer) {
        if (image.contains("${") || isListed(image) || isMade(image)) {
            return;
        }
        draft.warn(
                pointer,
                "unknown-image",
                "The image `" + image + "` is not under `images`, and no solution creates it."
                        + DidYouMean.sentence(image, listed),
                listed.isEmpty()
                        ? "images: [httpd]"
                        : "image: "
                                + DidYouMean.nearest(image, listed)
                                        .orElse(List.copyOf(listed).getFirst()));
    }

    private boolean isListed(String image) {
        return listed.stream().map(ImageRules::withTag).anyMatch(withTag(image)::equals);
    }

    private boolean isMade(String image) {
        var texts = new ArrayList<String>();
        solutions.forEach(solution -> texts.add(solution.text()));
        draft.root().path("setup").forEach(step -> texts.add(step.path("run").stringValue()));
        draft.folder().files().forEach((path, content) -> {
            if (path.startsWith("files/")) {
                YamlValues.text(content).ifPresent(texts::add);
            }
        });
        return texts.stream().anyMatch(text -> text.contains(image));
    }

    private static String withTag(String image) {
        return image.substring(image.lastIndexOf('/') + 1).contains(":") ? image : image + ":latest";
    }
}
