package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import dev.slipway.attempt.Attempt;
import dev.slipway.lab.Page;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Shows the lab's pages, one at a time, each with its tasks. */
final class InstructionsPane extends Section {
    private final AttemptActions session;
    private final PageContent content;
    private final List<Page> pages;
    private final Article body = new Article();
    private final Div steps = new Div();
    private final List<Button> stepButtons = new ArrayList<>();
    private final Button back = new Button("Back", event -> turn(-1));
    private final Button next = new Button("Next page", event -> turn(1));
    private final PageDone done = new PageDone(() -> turn(1));
    private final TaskStrip strip = new TaskStrip(this::visit);
    private final Runnable comeForward;
    private int shown = -1;

    /**
     * Creates the pane. The first call of {@link #show} opens a page.
     *
     * @param commandRun called when a page's command is sent to a node's terminal
     * @param ports opens the ports that pages link to
     * @param comeForward brings this pane to the front if the screen is too narrow to show it beside the machines
     */
    InstructionsPane(AttemptActions session, Consumer<NodeName> commandRun, PortOpener ports, Runnable comeForward) {
        this.session = session;
        this.comeForward = comeForward;
        addClassName("instructions");
        getElement().setAttribute("aria-label", "Instructions");
        pages = session.lab().pages();
        content = new PageContent(session, commandRun, ports);
        steps.addClassName("page-steps");
        for (int i = 0; i < pages.size(); i++) {
            var index = i;
            var step = new Button(Integer.toString(i + 1), event -> visit(index));
            step.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            step.setAriaLabel("Page " + (i + 1) + ": " + pages.get(i).title());
            step.setTooltipText(pages.get(i).title());
            stepButtons.add(step);
            steps.add(step);
        }
        next.addThemeVariants(ButtonVariant.PRIMARY);
        var turning = new Nav(back, steps, next);
        turning.addClassName("page-turning");
        turning.getElement().setAttribute("aria-label", "Pages");
        turning.setVisible(pages.size() > 1);
        body.addClassName("page");
        body.getElement().setAttribute("tabindex", "-1").setAttribute("region", true);
        add(body, turning);
    }

    void show(Attempt attempt) {
        content.show(attempt);
        if (shown < 0 && !pages.isEmpty()) {
            open(content.firstOpenPage());
        }
        offerNext();
        showStrip();
    }

    /**
     * Returns the line with the state of the page's tasks. The caller adds the line to a part of the workspace that
     * never scrolls.
     */
    TaskStrip strip() {
        return strip;
    }

    private void showStrip() {
        strip.show(shown < 0 ? List.of() : content.standings(pages.get(shown)), content.standings());
    }

    private void visit(TaskId task) {
        comeForward.run();
        visit(content.pageOf(task));
        content.card(task).reveal();
    }

    /** Marks the open tasks as being checked, or removes the mark. */
    void checking(boolean running) {
        content.checking(running);
    }

    /**
     * Shows a link to the next page below the current page, if all tasks and questions of the current page are done.
     */
    private void offerNext() {
        if (shown >= 0 && shown < pages.size() - 1 && content.isDone(pages.get(shown))) {
            done.show(pages.get(shown + 1).title());
        } else {
            done.setVisible(false);
        }
    }

    private void turn(int by) {
        visit(shown + by);
        body.getElement().executeJs("this.closest('.bench-instructions')?.scrollTo(0, 0); this.focus()");
    }

    private void visit(int index) {
        var before = shown;
        open(index);
        if (shown != before) {
            session.turnedTo(pages.get(shown));
            strip.turned();
            showStrip();
        }
    }

    private void open(int index) {
        shown = Math.clamp(index, 0, pages.size() - 1);
        var page = pages.get(shown);
        body.getElement().setAttribute("aria-label", page.title());
        body.removeAll();
        content.of(page).forEach(body::add);
        body.add(done);
        offerNext();
        back.setEnabled(shown > 0);
        next.setVisible(shown < pages.size() - 1);
        for (int i = 0; i < stepButtons.size(); i++) {
            stepButtons.get(i).getElement().setAttribute("aria-current", i == shown ? "step" : "false");
        }
    }
}
