package dev.slipway.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.slipway.attempt.AttemptChanged;
import dev.slipway.preview.PortsChanged;
import dev.slipway.sandbox.SandboxChanged;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.context.event.EventListener;

/**
 * Brings what happens in the modules to the screens that show it. Safe for use by several threads: followers are in a
 * concurrent set, and each reacts under the lock of its own session.
 */
@org.springframework.stereotype.Component
public final class LiveEvents {
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    LiveEvents() {}

    /** Calls {@code reaction} for each matching event, from the owner's attachment to its detachment. */
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
            if (follower.filter().test(event)) {
                follower.tell();
            }
        }
    }

    int size() {
        return followers.size();
    }

    private record Follower(UI ui, Predicate<Object> filter, Runnable reaction) {
        void tell() {
            try {
                var _ = ui.access(reaction::run);
            } catch (UIDetachedException gone) {
                // The page was closed while the event was on its way.
                return;
            }
        }
    }
}
