package dev.slipway.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.transaction.annotation.Propagation;

/**
 * A method that reacts to an event of another module: after the transaction that published it has committed, on a thread
 * of its own, and again after a failure or a restart of the platform (docs/decisions/0016-events-after-commit.md). It
 * fires only for events that are published within a transaction, may fire twice, and may see events out of order, so it
 * reads the present state itself. It runs outside of a transaction: one that hangs must not hold a connection to the
 * database.
 */
@ApplicationModuleListener(propagation = Propagation.SUPPORTS)
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RecordedListener {}
