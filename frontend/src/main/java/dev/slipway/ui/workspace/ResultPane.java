package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.Attempt;
import dev.slipway.lab.Lab;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.SandboxState;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.ui.component.Brand;
import dev.slipway.ui.component.Buttons;
import dev.slipway.ui.component.Obstacle;
import dev.slipway.ui.component.SchemeToggle;
import dev.slipway.ui.shell.SlowCall;
import java.util.Optional;

/** The result of an ended attempt, with links to the next steps. */
final class ResultPane extends Div {
    private final AttemptActions session;

    ResultPane(AttemptActions session, Attempt attempt) {
        this.session = session;
        addClassName("result");
        var home = new Anchor("", Brand.small());
        home.setAriaLabel("Slipway, catalogue");
        var bar = new Header(home, new Span(session.lab().title()), new SchemeToggle());
        bar.addClassName("top-bar");
        var main = new Main(
                summary(attempt),
                new ResultTasks(session.lab(), attempt),
                new ResultQuestions(session, attempt),
                next(attempt));
        add(bar, main);
    }

    private Div summary(Attempt attempt) {
        var progress = attempt.progress();
        var score = new Div(
                new Span(Integer.toString(progress.score())), new Span("of " + progress.maxScore() + " points"));
        score.addClassName("result-score");
        score.getElement().setAttribute("passed", progress.passed());
        var gone = session.lab().hasMachines() ? gone(attempt) + "; this" : "This";
        var needed = session.lab().scoring().passPercent();
        var summary = new Div(
                score,
                new Div(
                        new H1(progress.passed() ? "Lab passed" : "Lab ended"),
                        new Paragraph(
                                progress.passed()
                                        ? "Well done. " + gone + " result is kept."
                                        : "You needed " + needed + " % of the points to pass. " + gone
                                                + " result is kept, and you can do the lab again.")));
        summary.addClassName("result-summary");
        return summary;
    }

    private static String gone(Attempt attempt) {
        var state = attempt.sandbox().map(Sandbox::state).orElse(null);
        return switch (state) {
            case SandboxState.Ended(var reason)
            when reason == EndReason.LEASE_EXPIRED -> "The time was up, so your machines have been removed";
            case SandboxState.Ended(var reason)
            when reason == EndReason.ENDED_BY_STAFF ->
                "Your teachers or administrators ended the lab, and your machines have been removed";
            case null, default -> "Your machines have been removed";
        };
    }

    private Div next(Attempt attempt) {
        var actions = new Div();
        actions.addClassName("result-actions");
        var passed = attempt.progress().passed();
        if (passed) {
            nextLab().ifPresent(lab -> offer(actions, "Next: " + lab.title(), lab, true));
        }
        offer(actions, "Do it again", session.lab(), !passed);
        actions.add(new Anchor("", "Catalogue"), new Anchor("attempts", "My attempts"));
        if (session.lab().hasMachines()) {
            actions.add(new Anchor("recordings/" + attempt.id(), "Recordings of your terminals"));
        }
        return actions;
    }

    private void offer(Div actions, String text, Lab lab, boolean primary) {
        var button = startButton(text, lab, primary);
        actions.add(button);
        session.attempts()
                .obstacle(session.actor(), lab.id())
                .ifPresent(obstacle -> actions.add(new Obstacle("obstacle-" + lab.id(), obstacle.text(), button)));
    }

    private Button startButton(String text, Lab lab, boolean primary) {
        var button = primary ? Buttons.primary(text, () -> {}) : Buttons.plain(text, () -> {});
        button.setDisableOnClick(true);
        button.addClickListener(event -> {
            var ui = event.getSource().getUI().orElseThrow();
            SlowCall.run(
                    () -> session.attempts().start(session.actor(), lab.id()),
                    started -> ui.navigate("attempts/" + started.id()),
                    () -> button.setEnabled(true));
        });
        return button;
    }

    /** Returns the lab that follows this one in the first course that contains both. */
    private Optional<Lab> nextLab() {
        return session.labs().courses().stream()
                .map(course -> course.labs())
                .filter(labs -> labs.contains(session.lab().id()))
                .flatMap(labs -> labs.stream().skip(labs.indexOf(session.lab().id()) + 1L))
                .findFirst()
                .flatMap(session.labs()::find);
    }
}
