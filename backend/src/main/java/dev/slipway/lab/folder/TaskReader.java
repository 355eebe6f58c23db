package dev.slipway.lab.folder;

import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.Hint;
import dev.slipway.lab.Page;
import dev.slipway.lab.PassRule;
import dev.slipway.lab.PassRule.Mode;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.lab.folder.LabDraft.DraftTask;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Reads the tasks of a lab in which no rule has found an error. */
final class TaskReader {
    private final LabDraft draft;
    private final SortedMap<String, CheckedPage> pages;

    TaskReader(LabDraft draft, SortedMap<String, CheckedPage> pages) {
        this.draft = draft;
        this.pages = pages;
    }

    List<Task> tasks() {
        return draft.tasks().stream().map(this::task).toList();
    }

    private Task task(DraftTask source) {
        var task = source.node();
        return new Task(
                new TaskId(source.id()),
                task.path("title").stringValue(),
                task.path("points").intValue(),
                YamlValues.optional(task.path("page")).or(() -> pageWithSlot(source.id())),
                YamlValues.strings(task.path("needs")).stream().map(TaskId::new).toList(),
                assertions(task.path("check"), source.pointer() + "/check"),
                passRule(task),
                YamlValues.stream(task.path("hints")).map(TaskReader::hint).toList());
    }

    private static PassRule passRule(JsonNode task) {
        return new PassRule(
                task.path("mode").asString("latch").equals("level") ? Mode.LEVEL : Mode.LATCH,
                YamlValues.duration(task.path("hold").asString("0s")));
    }

    private static Hint hint(JsonNode hint) {
        return new Hint(
                YamlValues.duration(hint.path("after").asString("0s")),
                YamlValues.optional(hint.path("failing")),
                hint.path("text").stringValue());
    }

    private Optional<String> pageWithSlot(String task) {
        return pages.values().stream()
                .filter(page -> page.slots().containsKey(task))
                .map(CheckedPage::page)
                .map(Page::id)
                .findFirst();
    }

    private List<AssertionSource> assertions(JsonNode list, String pointer) {
        return IntStream.range(0, list.size())
                .mapToObj(index -> assertion(list.path(index), pointer + "/" + index))
                .toList();
    }

    private AssertionSource assertion(JsonNode assertion, String pointer) {
        var kind = AssertionRules.kinds(assertion).getFirst();
        var arguments = assertion.path(kind).deepCopy();
        var message =
                YamlValues.optional(assertion.path("message")).or(() -> YamlValues.optional(arguments.path("message")));
        if (arguments.isObject()) {
            message.ifPresent(text -> arguments.asObject().put("message", text));
        }
        var kindPointer = YamlDocument.child(pointer, kind);
        var nested = kind.equals("any") || kind.equals("none")
                ? assertions(arguments, kindPointer)
                : List.<AssertionSource>of();
        return new AssertionSource(kind, arguments, draft.yaml().positionOfKey(kindPointer), message, nested);
    }
}
