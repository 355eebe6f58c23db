package dev.slipway.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Configures how an open page behaves while the platform does not answer, and after the platform has restarted. */
@Component
final class Connection implements VaadinServiceInitListener {
    /**
     * Interval between two attempts to reconnect. It is short, so that a page soon notices that the platform has
     * restarted. Each attempt is only one small request.
     */
    private static final int RECONNECT_MILLIS = 1000;

    /** Enough attempts for a day, so that a page that was left open overnight works again in the morning. */
    private static final int RECONNECT_ATTEMPTS = 86_400;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        var messages = new CustomizedSystemMessages();
        // With the notification disabled, the page reloads itself, and the remembered sign-in then starts a new
        // session.
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption("Something went wrong on our side");
        messages.setInternalErrorMessage("Your work is safe. Click here or press Esc to reload the page.");
        service.setSystemMessagesProvider(info -> messages);
        service.addUIInitListener(initialised -> describe(initialised.getUI()));
        service.addSessionInitListener(initialised -> initialised.getSession().setErrorHandler(new ErrorReport()));
    }

    private static void describe(UI ui) {
        var dialog = ui.getReconnectDialogConfiguration();
        dialog.setReconnectInterval(RECONNECT_MILLIS);
        dialog.setReconnectAttempts(RECONNECT_ATTEMPTS);
        dialog.setDialogText("Connection lost. Your machines keep running; we are reconnecting…");
        dialog.setDialogTextGaveUp("Slipway cannot be reached. Reload the page to try again.");
    }
}
