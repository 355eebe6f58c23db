package dev.slipway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.slipway.attempt.AttemptChanged;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.ui.testing.FakeModules;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(classes = FakeModules.class)
class LiveEventsTest extends SpringBrowserlessTest {
    private static final AttemptChanged CHANGE =
            new AttemptChanged(new AttemptId(UUID.randomUUID()), new AccountId(UUID.randomUUID()), 1);

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private LiveEvents live;

    private final AtomicInteger updates = new AtomicInteger();

    @Test
    void failingScreenKeepsNeitherThePublisherNorOtherScreensFromTheirWork() {
        follow(() -> {
            throw new IllegalStateException("a fault of the screen");
        });
        follow(updates::incrementAndGet);
        UI.getCurrent().getSession().setErrorHandler(error -> {});

        events.publishEvent(CHANGE);

        await().pollInSameThread().until(() -> {
            roundTrip();
            return updates.get() == 1;
        });
    }

    /** The page of the test holds its session's lock, as a page does that hangs. */
    @Test
    void hangingScreenDelaysNoPublisherAndIsUpdatedOnceForManyEvents() {
        follow(updates::incrementAndGet);

        for (var i = 0; i < 100; i++) {
            events.publishEvent(CHANGE);
        }

        assertThat(updates).hasValue(0);
        await().pollInSameThread().until(() -> {
            roundTrip();
            return updates.get() > 0;
        });
        assertThat(updates.get()).isLessThan(100);
    }

    private void follow(Runnable reaction) {
        var screen = new Div();
        live.follow(screen, AttemptChanged.class, CHANGE::equals, reaction);
        UI.getCurrent().add(screen);
    }
}
