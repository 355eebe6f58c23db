package dev.slipway.ui.catalog;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.AttemptSummary;
import dev.slipway.attempt.HostObstacle;
import dev.slipway.lab.Lab;
import dev.slipway.ui.component.Done;
import dev.slipway.ui.component.Label;
import dev.slipway.ui.component.Label.Tone;
import dev.slipway.ui.component.Meter;
import dev.slipway.ui.component.Obstacle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lab in the catalogue: its content, its size, the learner's progress, and a button that starts or resumes it. */
final class LabCard extends Article {

    /** Starts labs for the learner. */
    interface Entrance {
        /** Returns why the learner cannot start the lab now, or nothing if the learner can. */
        Optional<HostObstacle> obstacle(Lab lab);

        /** Starts the lab and shows it. Calls {@code failed} if the lab could not be started. */
        void start(Lab lab, Runnable failed);
    }

    private final Lab lab;
    private final LabProgress progress;

    LabCard(Lab lab, LabProgress progress, Entrance entrance) {
        this.lab = lab;
        this.progress = progress;
        addClassName("lab-card");
        setId("lab-" + lab.id());
        add(new H3(lab.title()), new Paragraph(lab.description().summary()), facts());
        progress.open(lab.id()).ifPresent(attempt -> add(running(attempt)));
        var button = button(entrance);
        entrance.obstacle(lab)
                .ifPresent(obstacle -> add(new Obstacle("obstacle-" + lab.id(), obstacle.text(), button)));
        add(new Div(result(), button));
    }

    private Div facts() {
        var level = lab.description().difficulty().name();
        var facts = new Div(
                new Span(level.charAt(0) + level.substring(1).toLowerCase(Locale.ENGLISH)),
                new Span(lab.description().duration().toMinutes() + " min"),
                new Span(Stream.of(
                                counted(lab.tasks().size(), "task"),
                                counted(lab.quiz().size(), "question"))
                        .filter(count -> !count.startsWith("0 "))
                        .collect(Collectors.joining(", "))),
                new Span(counted(lab.maxPoints(), "point")));
        facts.addClassName("lab-facts");
        return facts;
    }

    private static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private static Component running(AttemptSummary attempt) {
        var done = Done.of(attempt.progress());
        var meter = new Meter("Progress in the lab");
        meter.show(done.count(), done.whole());
        var running = new Div(new Span(done.words(", ") + " done"), meter);
        running.addClassName("lab-running");
        return running;
    }

    private Component result() {
        if (progress.open(lab.id()).isPresent()) {
            return new Label("Running", Tone.LIVE);
        }
        return progress.best(lab.id())
                .map(AttemptSummary::progress)
                .<Component>map(best -> new Label(
                        (best.passed() ? "Passed, " : "Best so far ") + best.score() + " of " + best.maxScore(),
                        best.passed() ? Tone.GOOD : Tone.WARNING))
                .orElseGet(Span::new);
    }

    private Button button(Entrance entrance) {
        var word = progress.open(lab.id()).isPresent()
                ? "Resume"
                : progress.best(lab.id()).isPresent() ? "Do it again" : "Start";
        var button = new Button(word);
        button.addThemeName(progress.hasPassed(lab.id()) && !word.equals("Resume") ? "secondary" : "primary");
        button.setAriaLabel(word + " " + lab.title());
        button.setDisableOnClick(true);
        button.addClickListener(event -> {
            button.setText("Starting…");
            entrance.start(lab, () -> {
                button.setText(word);
                button.setEnabled(true);
            });
        });
        return button;
    }
}
