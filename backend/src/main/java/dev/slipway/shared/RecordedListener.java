package dev.slipway.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A method that reacts to an event of another module: after the transaction that published it has committed, on a thread
 * of its own, and again after a failure or a restart of the platform (docs/decisions/0016-events-after-commit.md). It
 * fires only for events that are published within a transaction, may fire twice, and may see events out of order, so it
 * reads the present state itself. This is Spring Modulith's {@code ApplicationModuleListener} without its transaction: a
 * listener that hangs must not hold a connection to the database.
 */
@Async
@TransactionalEventListener
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordedListener {}
