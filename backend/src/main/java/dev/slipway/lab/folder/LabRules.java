package dev.slipway.lab.folder;

import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What must hold in a lab beyond its schema: rules by topic, and those between topics here. */
final class LabRules {
    private final LabDraft draft;
    private final SortedMap<String, CheckedPage> pages;

    LabRules(LabDraft draft, SortedMap<String, CheckedPage> pages) {
        this.draft = draft;
        this.pages = pages;
    }

    void check(HostKnowledge host) {
        new NodeRules(draft).check();
        new TaskRules(draft, pages.keySet()).check();
        new NeedsRules(draft).check();
        checkPlaces();
        new ProofRules(draft).check();
        new AttachRules(draft).check(host.attach());
        host.images().ifPresent(this::checkImages);
    }

    /** Tasks stand on pages, each on one. */
    private void checkPlaces() {
        if (pages.isEmpty()) {
            draft.error(
                    draft.folder().position("pages", 1, 1), "no-pages", "The lab has no pages.", "pages/10-start.md");
        }
        var first = new HashMap<String, String>();
        pages.forEach((id, page) -> page.slots().forEach((task, at) -> checkFirst(first, task, id, at)));
        draft.tasksById().forEach((id, task) -> {
            var page = task.node().path("page").asString("");
            var places = pages.entrySet().stream()
                    .filter(entry -> entry.getValue().slots().containsKey(id))
                    .map(entry -> entry.getKey())
                    .toList();
            if (places.isEmpty()) {
                draft.warn(
                        task.pointer() + "/id",
                        "task-not-placed",
                        "The task `" + id + "` stands on no page, so that a learner reads past it.",
                        ":::task{id=" + id + "}");
            } else if (pages.containsKey(page) && !places.contains(page)) {
                draft.warn(
                        task.pointer() + "/page",
                        "task-elsewhere",
                        "The task says that it stands on " + page + ", but it stands on " + String.join(", ", places)
                                + ".",
                        "page: " + places.getFirst());
            }
        });
    }

    private void checkFirst(Map<String, String> first, String task, String page, SourcePosition at) {
        var before = first.putIfAbsent(task, page);
        if (before != null) {
            draft.warn(at, "duplicate-slot", "The task `" + task + "` stands on " + before + " already.", "");
        }
    }

    private void checkImages(Set<String> known) {
        var full = known.stream().map(LabRules::withTag).collect(Collectors.toCollection(LinkedHashSet::new));
        var images = draft.root().path("images");
        for (var i = 0; i < images.size(); i++) {
            var image = images.path(i).stringValue();
            if (!full.contains(withTag(image))) {
                draft.warn(
                        "/images/" + i,
                        "missing-image",
                        "The image `" + image + "` is not in the image store."
                                + DidYouMean.sentence(withTag(image), full),
                        "");
            }
        }
    }

    private static String withTag(String image) {
        return image.substring(image.lastIndexOf('/') + 1).contains(":") ? image : image + ":latest";
    }
}
