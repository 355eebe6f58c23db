package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.lab.Page;
import dev.slipway.lab.PageBlock;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Turns pages into components. A task has one card, which moves to wherever its page is shown. */
final class PageContent {
    private final Session session;
    private final Consumer<NodeName> commandRun;
    private final PortOpener ports;
    private final Map<TaskId, TaskCard> cards = new LinkedHashMap<>();
    private Map<String, String> variables = Map.of();
    private Set<TaskId> passed = Set.of();

    PageContent(Session session, Consumer<NodeName> commandRun, PortOpener ports) {
        this.session = session;
        this.commandRun = commandRun;
        this.ports = ports;
        session.lab().tasks().forEach(task -> cards.put(task.id(), new TaskCard(session, task)));
    }

    void show(Attempt attempt) {
        variables = attempt.variables();
        passed = attempt.tasks().stream()
                .filter(TaskProgress::passed)
                .map(TaskProgress::task)
                .collect(Collectors.toUnmodifiableSet());
        attempt.tasks().forEach(progress -> {
            var card = cards.get(progress.task());
            if (card != null) {
                card.show(progress, attempt);
            }
        });
    }

    void checking(boolean running) {
        cards.values().forEach(card -> card.checking(running));
    }

    /** Where a learner who comes back goes on. */
    int firstPageWithOpenTask() {
        if (passed.isEmpty()) {
            return 0;
        }
        var pages = session.lab().pages();
        return IntStream.range(0, pages.size())
                .filter(index -> tasksOf(pages.get(index)).stream().anyMatch(task -> !passed.contains(task)))
                .findFirst()
                .orElse(pages.size() - 1);
    }

    /** Whether the page has tasks, and all of them have passed. */
    boolean isDone(Page page) {
        var tasks = tasksOf(page);
        return !tasks.isEmpty() && passed.containsAll(tasks);
    }

    List<Component> of(Page page) {
        var blocks = session.labs().render(page, variables);
        var slots = new HashSet<TaskId>();
        var components = new ArrayList<>(components(blocks, slots));
        tasksOf(page).stream()
                .filter(task -> !slots.contains(task))
                .map(cards::get)
                .forEach(components::add);
        return components;
    }

    /** Tasks that say this page is theirs; those that name none stand on the last one. */
    private List<TaskId> tasksOf(Page page) {
        var last = session.lab().pages().getLast().id();
        return session.lab().tasks().stream()
                .filter(task -> task.page().orElse(last).equals(page.id()))
                .map(Task::id)
                .toList();
    }

    private List<Component> components(List<PageBlock> blocks, Set<TaskId> slots) {
        return blocks.stream().map(block -> component(block, slots)).toList();
    }

    private Component component(PageBlock block, Set<TaskId> slots) {
        return switch (block) {
            case PageBlock.Prose prose -> new Prose(prose.html(), ports);
            case PageBlock.Code code -> new CodeBlock(session, code, commandRun);
            case PageBlock.TaskSlot slot -> card(slot.task(), slots);
            case PageBlock.Box box -> box(box, slots);
        };
    }

    private Component card(TaskId task, Set<TaskId> slots) {
        slots.add(task);
        var card = cards.get(task);
        return card == null ? new Div() : card;
    }

    private Component box(PageBlock.Box box, Set<TaskId> slots) {
        var content = components(box.content(), slots);
        return switch (box.kind()) {
            case NOTE -> {
                var note = new Aside(content.toArray(Component[]::new));
                note.addClassName("note");
                yield note;
            }
            case HINT -> new Details("Hint", content.toArray(Component[]::new));
        };
    }
}
