package dev.slipway.ui.workspace;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.attempt.AttemptRecordings;
import dev.slipway.attempt.Attempts;
import dev.slipway.lab.Labs;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.ErrorCode;
import dev.slipway.shared.UserFacingException;
import dev.slipway.ui.shell.ScreenEvents;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.UUID;

/** The page of an attempt: the workspace while the attempt is open, the result once it has ended. */
@Route(value = "attempts", autoLayout = false)
@PermitAll
final class WorkspaceView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final Attempts attempts;
    private final AttemptRecordings recordings;
    private final AttemptPreviews previews;
    private final Labs labs;
    private final CurrentAccount current;
    private final ScreenEvents events;
    private final Clock clock;
    private String title = "Slipway";

    WorkspaceView(
            Attempts attempts,
            AttemptRecordings recordings,
            AttemptPreviews previews,
            Labs labs,
            CurrentAccount current,
            ScreenEvents events,
            Clock clock) {
        this.attempts = attempts;
        this.recordings = recordings;
        this.previews = previews;
        this.labs = labs;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var id = parse(parameter);
        var actor = current.requireId();
        var attempt = find(actor, id);
        var lab = labs.require(attempt.lab());
        attempts.opened(actor, id);
        title = lab.title() + " · Slipway";
        // The router reuses this view when only the parameter changes, so the components of the previous attempt must
        // be removed.
        removeAll();
        add(new AttemptPage(
                new AttemptActions(
                        attempts,
                        recordings,
                        new PreviewSource(previews, events),
                        labs,
                        actor,
                        current.requireSession(),
                        id,
                        lab,
                        clock),
                events));
    }

    private Attempt find(AccountId actor, AttemptId id) {
        try {
            return attempts.get(actor, id);
        } catch (UserFacingException refused) {
            if (refused.code().kind() == ErrorCode.Kind.NOT_FOUND) {
                throw new NotFoundException();
            }
            throw refused;
        }
    }

    private static AttemptId parse(String parameter) {
        try {
            return new AttemptId(UUID.fromString(parameter));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
