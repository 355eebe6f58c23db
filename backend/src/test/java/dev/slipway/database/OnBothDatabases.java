package dev.slipway.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Marks a test class that touches the database. The build runs these classes twice: with all others on H2, and alone on
 * PostgreSQL. {@link TestDatabase} gives the address; no test knows which of both it is on.
 */
@Tag("database")
@net.jqwik.api.Tag("database")
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnBothDatabases {}
