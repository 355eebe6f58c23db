package dev.slipway.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks a test class that uses the database. The build runs these classes twice: on H2 together with all other tests,
 * and on PostgreSQL alone. {@link TestDatabase} returns the address; tests do not depend on which of the two databases
 * it is.
 */
@Tag("database")
@net.jqwik.api.Tag("database")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnBothDatabases {}
