package dev.slipway.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Marks a method that reacts to an event of another module. The method runs after the transaction that published the
 * event has committed, on a thread of its own, and runs again after a failure or a restart of the platform
 * (docs/decisions/0016-events-after-commit.md). It runs only for events that are published within a transaction. It may
 * run twice for one event, and may receive events out of order, so it must read the present state itself. This
 * annotation is Spring Modulith's {@code ApplicationModuleListener} without its transaction: a listener that hangs must
 * not keep a database connection.
 */
@Async
@TransactionalEventListener
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordedListener {}
