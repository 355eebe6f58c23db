package dev.slipway.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptRecordings;
import dev.slipway.attempt.Attempts;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Labs;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.ErrorCode;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.Recording;
import dev.slipway.ui.component.Buttons;
import dev.slipway.ui.component.EmptyState;
import dev.slipway.ui.component.Moment;
import dev.slipway.ui.component.Table;
import dev.slipway.ui.shell.MainLayout;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The page with the recordings of an attempt's terminals, and the player for one of them. */
@Route(value = "recordings", layout = MainLayout.class)
@PageTitle("Recordings · Slipway")
@PermitAll
final class RecordingsView extends Div implements HasUrlParameter<String> {
    private static final int KILO = 1024;

    private final Attempts attempts;
    private final AttemptRecordings recordings;
    private final Labs labs;
    private final CurrentAccount current;

    RecordingsView(Attempts attempts, AttemptRecordings recordings, Labs labs, CurrentAccount current) {
        this.attempts = attempts;
        this.recordings = recordings;
        this.labs = labs;
        this.current = current;
        addClassName("recordings");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        removeAll();
        try {
            var actor = current.requireId();
            var attempt = attempts.get(actor, new AttemptId(UUID.fromString(parameter)));
            show(attempt, recordings.list(actor, attempt.id()));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        } catch (UserFacingException refused) {
            if (refused.code().kind() == ErrorCode.Kind.NOT_FOUND) {
                throw new NotFoundException();
            }
            throw refused;
        }
    }

    private void show(Attempt attempt, List<Recording> found) {
        var title = labs.find(attempt.lab())
                .map(Lab::title)
                .orElse(attempt.lab().id().value());
        var back = new Anchor("attempts/" + attempt.id(), attempt.isOpen() ? "Back to the lab" : "Back to the result");
        var header = new Header(new H1("Recordings of “" + title + "”"), back);
        recordings.consent().map(Paragraph::new).ifPresent(header::add);
        add(header);
        if (found.isEmpty()) {
            add(nothing());
            return;
        }
        var player = new Player();
        player.setVisible(false);
        var table = new Table("Recordings", List.of("Terminal", "Started", "Length", "Size", ""));
        found.forEach(recording -> table.addRow(cells(player, attempt, recording)));
        add(player, table);
    }

    private EmptyState nothing() {
        return new EmptyState(
                "Nothing was recorded",
                recordings.consent().isEmpty()
                        ? "Terminals are not recorded on this platform."
                        : "The terminals of this attempt have not shown any output yet, or their recordings have"
                                + " expired.");
    }

    private Component[] cells(Player player, Attempt attempt, Recording recording) {
        var key = recording.id().terminal();
        var name = key.number() == 1 ? key.node().value() : key.node() + " · " + key.number();
        var play = Buttons.plain("Play", () -> play(player, attempt, recording, name));
        play.setAriaLabel("Play the recording of " + name);
        var actions = new Div(
                play, download(attempt, recording, "Download", false), download(attempt, recording, "as v2", true));
        actions.addClassName("recording-actions");
        return new Component[] {
            new Span(name),
            new Moment(recording.id().startedAt()),
            new Span(length(recording)),
            new Span(size(recording.bytes())),
            actions
        };
    }

    private void play(Player player, Attempt attempt, Recording recording, String name) {
        player.play(new CastDownload(recordings, current, attempt.id(), recording.id(), false), "Recording of " + name);
        player.setVisible(true);
        player.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private Anchor download(Attempt attempt, Recording recording, String text, boolean version2) {
        var anchor = new Anchor(new CastDownload(recordings, current, attempt.id(), recording.id(), version2), text);
        anchor.setDownload(true);
        anchor.addClassName("quiet-link");
        anchor.setAriaLabel("Download the recording " + recording.id() + (version2 ? " as asciicast v2" : ""));
        return anchor;
    }

    private static String length(Recording recording) {
        var length = recording.length();
        return length.toMinutes() == 0 ? length.toSeconds() + " s" : length.toMinutes() + " min";
    }

    private static String size(long bytes) {
        return bytes < KILO * KILO
                ? Math.ceilDiv(bytes, KILO) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / KILO / KILO);
    }
}
