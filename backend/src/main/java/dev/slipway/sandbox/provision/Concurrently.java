package dev.slipway.sandbox.provision;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Applies an action to several objects at once, each on its own virtual thread. */
final class Concurrently {
    private Concurrently() {}

    /**
     * Applies the action to each object and waits until all have been processed. If the action fails, throws the first
     * failure, which has the others as suppressed exceptions.
     */
    static <T> void forEach(Collection<T> things, Consumer<T> action) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = things.stream()
                    .<Future<?>>map(thing -> threads.submit(() -> action.accept(thing)))
                    .toList();
            join(tasks);
        }
    }

    private static void join(Collection<Future<?>> tasks) {
        RuntimeException failure = null;
        for (var task : tasks) {
            try {
                task.get();
            } catch (ExecutionException e) {
                var cause = e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
                if (failure == null) {
                    failure = cause;
                } else {
                    failure.addSuppressed(cause);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while working on several nodes", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
