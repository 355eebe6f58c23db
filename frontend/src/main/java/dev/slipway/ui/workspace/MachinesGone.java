package dev.slipway.ui.workspace;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.slipway.sandbox.SandboxState.EndReason;
import dev.slipway.ui.component.Buttons;

/** Explains why there are no machines and, unless they are still being removed, offers new machines. */
final class MachinesGone extends Div {

    private MachinesGone(String title, String text, Button... actions) {
        addClassName("machines-message");
        getElement().setAttribute("role", "status");
        add(new H2(title), new Paragraph(text));
        if (actions.length > 0) {
            add(new Div(actions));
        }
    }

    static MachinesGone failed(AttemptActions session, String cause) {
        return new MachinesGone(
                "Your machines could not be created", cause, restart(session, "Try again"), end(session));
    }

    static MachinesGone ending() {
        return new MachinesGone("Your machines are being removed", "This takes a few seconds.");
    }

    static MachinesGone ended(AttemptActions session, EndReason reason) {
        return new MachinesGone(
                "Your machines have been removed", why(reason), restart(session, "Get new machines"), end(session));
    }

    static MachinesGone none(AttemptActions session) {
        return new MachinesGone(
                "You have no machines",
                "Your verdicts are kept. Get new machines to continue, or end the lab.",
                restart(session, "Get new machines"),
                end(session));
    }

    private static String why(EndReason reason) {
        return switch (reason) {
            case ENDED_BY_LEARNER -> "You ended them.";
            case RESTARTED -> "They were replaced by new ones.";
            case LEASE_EXPIRED -> "Their time was up.";
            case ENDED_BY_STAFF -> "Your teachers or administrators ended them.";
            case LOST -> "They disappeared from the host. This is not your fault.";
        };
    }

    private static Button restart(AttemptActions session, String text) {
        var button = Buttons.primary(text, () -> {});
        button.setDisableOnClick(true);
        button.addClickListener(event -> session.restart(() -> button.setEnabled(true)));
        return button;
    }

    private static Button end(AttemptActions session) {
        var button = Buttons.plain("End lab", () -> {});
        button.setDisableOnClick(true);
        button.addClickListener(event -> session.end(() -> button.setEnabled(true)));
        return button;
    }
}
