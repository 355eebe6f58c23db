package dev.slipway.ui.workspace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.QuestionProgress;
import dev.slipway.attempt.TaskProgress;
import dev.slipway.lab.Page;
import dev.slipway.lab.PageBlock;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.QuizQuestion;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts pages to components. Each task and each question has one card, which is reused each time its page is shown.
 */
final class PageContent {
    private final AttemptActions session;
    private final Consumer<NodeName> commandRun;
    private final PortOpener ports;
    private final Map<TaskId, TaskCard> cards = new LinkedHashMap<>();
    private final Map<QuestionId, QuestionCard> questions = new LinkedHashMap<>();
    private final Map<String, String> variables;
    private Set<TaskId> passed = Set.of();
    private Set<QuestionId> decided = Set.of();

    PageContent(AttemptActions session, Consumer<NodeName> commandRun, PortOpener ports) {
        this.session = session;
        this.commandRun = commandRun;
        this.ports = ports;
        this.variables = session.attempt().variables();
        session.lab().tasks().forEach(task -> cards.put(task.id(), new TaskCard(session, task, task.title(variables))));
    }

    void show(Attempt attempt) {
        passed = attempt.progress().tasks().stream()
                .filter(TaskProgress::passed)
                .map(TaskProgress::task)
                .collect(Collectors.toUnmodifiableSet());
        attempt.progress().tasks().forEach(progress -> {
            var card = cards.get(progress.task());
            if (card != null) {
                card.show(progress, attempt);
            }
        });
        decided = attempt.progress().questions().stream()
                .filter(QuestionProgress::isDecided)
                .map(QuestionProgress::question)
                .collect(Collectors.toUnmodifiableSet());
        attempt.progress().questions().forEach(this::show);
    }

    private void show(QuestionProgress progress) {
        session.lab()
                .question(progress.question())
                .map(question -> questions.computeIfAbsent(
                        question.id(),
                        _ -> new QuestionCard(session, question.filled(variables), questions.size() + 1)))
                .ifPresent(card -> card.show(progress));
    }

    void checking(boolean running) {
        cards.values().forEach(card -> card.checking(running));
    }

    /** Returns the state of a page's tasks, in the lab's order. */
    List<TaskStatus> standings(Page page) {
        return tasksOf(page).stream().map(this::card).map(TaskCard::standing).toList();
    }

    /** Returns the state of all tasks, in the lab's order. */
    List<TaskStatus> standings() {
        return cards.values().stream().map(TaskCard::standing).toList();
    }

    TaskCard card(TaskId task) {
        return Objects.requireNonNull(cards.get(task), () -> "the lab has no task " + task);
    }

    /** Returns the index of the page with this task, from 0. */
    int pageOf(TaskId task) {
        var pages = session.lab().pages();
        return IntStream.range(0, pages.size())
                .filter(index -> tasksOf(pages.get(index)).contains(task))
                .findFirst()
                .orElse(pages.size() - 1);
    }

    /**
     * Returns the index of the page at which a returning learner continues: the first one with an open task or
     * question.
     */
    int firstOpenPage() {
        if (passed.isEmpty() && decided.isEmpty()) {
            return 0;
        }
        var pages = session.lab().pages();
        return IntStream.range(0, pages.size())
                .filter(index -> !passed.containsAll(tasksOf(pages.get(index)))
                        || !decided.containsAll(questionsOf(pages.get(index))))
                .findFirst()
                .orElse(pages.size() - 1);
    }

    /** Returns whether the page has tasks or questions, and all of them are done. */
    boolean isDone(Page page) {
        var tasks = tasksOf(page);
        var asked = questionsOf(page);
        return !(tasks.isEmpty() && asked.isEmpty()) && passed.containsAll(tasks) && decided.containsAll(asked);
    }

    List<Component> of(Page page) {
        var blocks = session.labs().render(page, variables);
        var slots = new HashSet<Component>();
        var components = new ArrayList<>(components(blocks, slots));
        Stream.concat(
                        tasksOf(page).stream().map(cards::get),
                        questionsOf(page).stream().map(questions::get).filter(Objects::nonNull))
                .filter(card -> !slots.contains(card))
                .forEach(components::add);
        return components;
    }

    /** Returns the tasks of the page. Tasks that name no page are on the last page. */
    private List<TaskId> tasksOf(Page page) {
        var last = session.lab().pages().getLast().id();
        return session.lab().tasks().stream()
                .filter(task -> task.page().orElse(last).equals(page.id()))
                .map(Task::id)
                .toList();
    }

    private List<QuestionId> questionsOf(Page page) {
        var last = session.lab().pages().getLast().id();
        return session.lab().quiz().stream()
                .filter(question -> question.page().orElse(last).equals(page.id()))
                .map(QuizQuestion::id)
                .toList();
    }

    private List<Component> components(List<PageBlock> blocks, Set<Component> slots) {
        return blocks.stream().map(block -> component(block, slots)).toList();
    }

    private Component component(PageBlock block, Set<Component> slots) {
        return switch (block) {
            case PageBlock.Prose prose -> new Prose(prose.html(), ports);
            case PageBlock.Code code -> new CodeBlock(session, code, commandRun);
            case PageBlock.TaskSlot slot -> placed(cards.get(slot.task()), slots);
            case PageBlock.QuestionSlot slot -> placed(questions.get(slot.question()), slots);
            case PageBlock.Box box -> box(box, slots);
        };
    }

    private static Component placed(@Nullable Component card, Set<Component> slots) {
        if (card == null) {
            return new Div();
        }
        slots.add(card);
        return card;
    }

    private Component box(PageBlock.Box box, Set<Component> slots) {
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
