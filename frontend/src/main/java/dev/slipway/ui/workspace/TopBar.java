package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import dev.slipway.attempt.Attempt;
import dev.slipway.ui.component.Brand;
import dev.slipway.ui.component.ConnectionMonitor;
import dev.slipway.ui.component.Done;
import dev.slipway.ui.component.Meter;
import dev.slipway.ui.component.RecordingNotice;
import dev.slipway.ui.component.SchemeToggle;
import java.util.function.Consumer;

/** The top bar of the workspace: the lab's title, the progress, the time left, and actions on the whole lab. */
final class TopBar extends Header {
    private final AttemptActions session;
    private final Span score = new Span();
    private final Meter meter = new Meter("Progress in the lab");
    private final TimeLeft timeLeft;
    private final Button check;
    private final LabMenu menu;
    private final Consumer<Boolean> checking;

    /**
     * Creates the bar.
     *
     * @param checking called with true when the learner requests a check, and with false when it has finished
     */
    TopBar(AttemptActions session, Consumer<Boolean> checking) {
        this.checking = checking;
        this.session = session;
        addClassName("top-bar");
        getElement().setAttribute("region", true);
        timeLeft = new TimeLeft(session);
        menu = new LabMenu(session);
        check = new Button("Check now", event -> checkNow());
        check.setDisableOnClick(true);
        check.setTooltipText("Tasks are checked automatically. This button checks them immediately.");
        var home = new Anchor("", Brand.small());
        home.setAriaLabel("Slipway, catalogue");
        var progress = new Div(score, meter);
        progress.addClassName("top-progress");
        score.getElement().setAttribute("aria-live", "polite");
        var title = new Span(session.lab().title());
        title.addClassName("lab-title");
        add(home, title, progress, new ConnectionMonitor());
        if (session.lab().hasMachines()) {
            session.recordings().consent().map(RecordingNotice::small).ifPresent(this::add);
        }
        add(timeLeft, check, menu, new SchemeToggle());
    }

    void show(Attempt attempt) {
        var progress = attempt.progress().summary();
        var done = Done.of(progress);
        score.setText(done.words(" · ") + " · " + progress.score() + " of " + progress.maxScore() + " points");
        meter.show(done.count(), done.whole());
        timeLeft.show(attempt);
        menu.show(attempt);
        check.setVisible(Phase.of(attempt) == Phase.WORKING);
    }

    private void checkNow() {
        check.setText("Checking…");
        checking.accept(true);
        session.checkNow(() -> {
            checking.accept(false);
            check.setText("Check now");
            check.setEnabled(true);
        });
    }
}
