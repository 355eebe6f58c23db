package dev.slipway.ui.component;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import java.time.Duration;

/** A short message that appears over the screen for some seconds. Screen readers read it out. */
public final class Notice {
    private static final Duration READ_A_SENTENCE = Duration.ofSeconds(4);
    private static final Duration READ_AND_ACT = Duration.ofSeconds(10);

    private Notice() {}

    /** Confirms that an action succeeded. */
    public static void done(String text) {
        show(text, READ_A_SENTENCE, NotificationVariant.SUCCESS);
    }

    /** Shows that an action failed. */
    public static void error(String text) {
        show(text, READ_AND_ACT, NotificationVariant.ERROR);
    }

    private static void show(String text, Duration duration, NotificationVariant variant) {
        var notification =
                Notification.show(text, Math.toIntExact(duration.toMillis()), Notification.Position.TOP_CENTER);
        notification.addThemeVariants(variant);
        if (variant == NotificationVariant.ERROR) {
            notification.setAssertive(true);
        }
    }
}
