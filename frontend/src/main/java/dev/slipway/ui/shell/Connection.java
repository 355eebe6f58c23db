package dev.slipway.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** What an open page does while the platform does not answer, and when it comes back as another process. */
@Component
final class Connection implements VaadinServiceInitListener {
    /** Short, so that a restarted platform is noticed at once; one small request each, by pages that wait anyway. */
    private static final int RECONNECT_MILLIS = 1000;

    /** A day of trying: a page left open overnight is back in the morning. */
    private static final int RECONNECT_ATTEMPTS = 86_400;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        var messages = new CustomizedSystemMessages();
        // Without a notification the page reloads itself; the remembered sign-in brings it back to where it was.
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption("Something went wrong on our side");
        messages.setInternalErrorMessage("Your work is safe. Click here or press Esc to load the page again.");
        service.setSystemMessagesProvider(info -> messages);
        service.addUIInitListener(initialised -> describe(initialised.getUI()));
        service.addSessionInitListener(initialised -> initialised.getSession().setErrorHandler(new ErrorReport()));
    }

    private static void describe(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setReconnectInterval(RECONNECT_MILLIS);
        dialog.setReconnectAttempts(RECONNECT_ATTEMPTS);
        dialog.setDialogText("Connection lost. Your machines keep running; we are reconnecting…");
        dialog.setDialogTextGaveUp("Slipway cannot be reached. Load the page again to try once more.");
    }
}
