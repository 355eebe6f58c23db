package dev.slipway.lab.folder;

import dev.slipway.lab.markdown.PageChecker;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import dev.slipway.lab.markdown.PageChecker.PageContext;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the pages of a lab and reports the problems of each page. */
final class PageReader {
    private static final Pattern PAGE = Pattern.compile("pages/[A-Za-z0-9][A-Za-z0-9_-]*\\.md");
    private static final int MAX_PAGE_BYTES = 256 << 10;

    private final LabDraft draft;

    PageReader(LabDraft draft) {
        this.draft = draft;
    }

    /** Returns the pages by their ids, in the order in which learners read them. */
    SortedMap<String, CheckedPage> pages() {
        var pages = new TreeMap<String, CheckedPage>();
        var context = context();
        draft.folder().files().forEach((path, content) -> {
            if (PAGE.matcher(path).matches()) {
                page(path, content, context)
                        .ifPresent(page -> pages.put(page.page().id(), page));
            } else if (path.startsWith("pages/") && path.endsWith(".md")) {
                draft.warn(
                        draft.folder().position(path, 1, 1),
                        "page-name",
                        "A page's file must be directly in pages/. Its name may have letters, digits, - and _.",
                        "pages/10-start.md");
            }
        });
        return pages;
    }

    private Optional<CheckedPage> page(String path, byte[] content, PageContext context) {
        var folder = draft.folder();
        var text = content.length > MAX_PAGE_BYTES ? Optional.<String>empty() : YamlValues.text(content);
        if (text.isEmpty()) {
            draft.error(
                    folder.position(path, 1, 1),
                    "bad-page",
                    "A page is a UTF-8 file of at most " + (MAX_PAGE_BYTES >> 10) + " KiB.",
                    "");
        }
        return text.map(markdown -> PageChecker.check(path, folder.label(path), markdown, context, draft.problems()));
    }

    private PageContext context() {
        return new PageContext(
                draft.variables(),
                draft.nodeNames().values().stream().flatMap(Collection::stream).collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(draft.tasksById().keySet()),
                YamlValues.stream(draft.root().path("quiz"))
                        .map(question -> question.path("id").stringValue())
                        .collect(Collectors.toUnmodifiableSet()),
                draft.folder().files().keySet(),
                draft.folder()::file,
                DidYouMean::nearest);
    }
}
