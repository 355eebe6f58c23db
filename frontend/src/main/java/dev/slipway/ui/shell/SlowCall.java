package dev.slipway.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.slipway.ui.component.Notice;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A call that may take a while, made on a virtual thread so that the page stays alive meanwhile. The result and any error
 * come back under the session's lock.
 */
public final class SlowCall {
    private SlowCall() {}

    /** Must be called from the page's own thread. */
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

    /** The same where there is no result to wait for. */
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
            // Whoever asked has closed the page.
            return;
        }
    }
}
