package dev.slipway.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.slipway.attempt.AttemptChanged;
import dev.slipway.preview.PortsChanged;
import dev.slipway.sandbox.SandboxChanged;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;

/**
 * Updates screens when a module publishes an event. After the commit, each screen reads the current state on its own
 * thread, so a screen that is slow or fails does not delay other screens. While a screen waits for the start of its
 * update, further events cause no second update. Thread safety: the set of followers is concurrent, and each follower
 * reacts under the lock of its own Vaadin session.
 */
@org.springframework.stereotype.Component
public final class ScreenEvents {
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private final ScreenUpdates updates;

    ScreenEvents(ScreenUpdates updates) {
        this.updates = updates;
    }

    /** Calls {@code reaction} for each event that matches {@code filter}, while {@code owner} is attached. */
    public <E> void follow(Component owner, Class<E> type, Predicate<E> filter, Runnable reaction) {
        owner.addAttachListener(attached -> {
            var follower = new Follower(
                    attached.getUI(), event -> type.isInstance(event) && filter.test(type.cast(event)), reaction);
            followers.add(follower);
            owner.addDetachListener(detached -> {
                followers.remove(follower);
                detached.unregisterListener();
            });
        });
    }

    @EventListener
    void on(AttemptChanged event) {
        publish(event);
    }

    @EventListener
    void on(SandboxChanged event) {
        publish(event);
    }

    @EventListener
    void on(PortsChanged event) {
        publish(event);
    }

    private void publish(Object event) {
        for (var follower : followers) {
            if (follower.filter.test(event)) {
                updates.start(follower::tell);
            }
        }
    }

    int size() {
        return followers.size();
    }

    private static final class Follower {
        private final UI ui;
        private final Predicate<Object> filter;
        private final Runnable reaction;

        /** Whether an update is requested but has not started. */
        private final AtomicBoolean waiting = new AtomicBoolean();

        Follower(UI ui, Predicate<Object> filter, Runnable reaction) {
            this.ui = ui;
            this.filter = filter;
            this.reaction = reaction;
        }

        void tell() {
            if (!waiting.compareAndSet(false, true)) {
                return;
            }
            try {
                var _ = ui.access(this::update);
            } catch (UIDetachedException gone) {
                // The page was closed before the event arrived.
                return;
            }
        }

        private void update() {
            waiting.set(false);
            reaction.run();
        }
    }
}
