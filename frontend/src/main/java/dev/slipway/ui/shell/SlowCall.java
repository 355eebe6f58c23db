package dev.slipway.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.slipway.ui.component.Notice;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes a slow call on a virtual thread, so that the page keeps responding. The result or the error is handled under
 * the lock of the page's Vaadin session.
 */
public final class SlowCall {
    private SlowCall() {}

    /**
     * Calls {@code work}, then {@code done} with its result. If {@code work} fails, shows the error and calls {@code
     * failed}. The caller must be handling a request of the page, because the method uses {@link UI#getCurrent}.
     */
    public static <T> void run(Supplier<T> work, Consumer<T> done, Runnable failed) {
        var ui = UI.getCurrent();
        Thread.ofVirtual().name("screen-call").start(() -> {
            try {
                var result = work.get();
                back(ui, () -> done.accept(result));
            } catch (RuntimeException error) {
                back(ui, () -> {
                    Notice.error(ErrorReport.text(error));
                    failed.run();
                });
            }
        });
    }

    /**
     * Calls {@code work}, then {@code afterwards}, also if {@code work} fails. The caller must be handling a request of
     * the page, because the method uses {@link UI#getCurrent}.
     */
    public static void run(Runnable work, Runnable afterwards) {
        run(
                () -> {
                    work.run();
                    return true;
                },
                result -> afterwards.run(),
                afterwards);
    }

    private static void back(UI ui, Runnable change) {
        try {
            var _ = ui.access(change::run);
        } catch (UIDetachedException gone) {
            // The page has been closed in the meantime.
            return;
        }
    }
}
