package dev.slipway.ui.shell;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import dev.slipway.ui.component.Notice;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows users why their last action failed: with the error's text if it is meant for users, else with an id that users
 * can report.
 */
final class ErrorReport implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorReport.class);

    /** Long enough to find one line in a log. */
    private static final int ID_LENGTH = 8;

    @Override
    public void error(ErrorEvent event) {
        Notice.error(text(event.getThrowable()));
    }

    /** Returns the text for the user. Logs an unexpected error under the id that the text contains. */
    static String text(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .filter(UserFacingException.class::isInstance)
                .findFirst()
                .map(known -> ErrorTexts.text((UserFacingException) known))
                .orElseGet(() -> unexpected(error));
    }

    private static String unexpected(Throwable error) {
        var correlation = UUID.randomUUID().toString().substring(0, ID_LENGTH);
        LOG.error("screen failed unexpectedly correlation={}", correlation, error);
        return "Something went wrong on our side. Try again. If it happens again, give your administrator this code: "
                + correlation + ".";
    }
}
