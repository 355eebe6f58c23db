package dev.slipway.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/**
 * The database on which the tests of this JVM run: H2 in memory, or a PostgreSQL server of its own if the system
 * property {@code slipway.test.database} is {@code postgresql}. Each name is a separate database. It is empty at its
 * first use and keeps its content until the JVM ends, so that a test can start a second platform on it.
 */
public final class TestDatabase {
    private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("slipway.test.database"));

    private TestDatabase() {}

    /** Returns the JDBC address of the database of this name. */
    public static String url(String name) {
        return POSTGRESQL ? Server.url(name) : "jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1";
    }

    /** The one PostgreSQL server of the JVM, started at the first use. It stops with the JVM and leaves no files. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static synchronized String url(String name) {
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var known = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
                known.setString(1, name);
                try (var found = known.executeQuery()) {
                    if (!found.next()) {
                        create(name);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the database " + name + " cannot be created", e);
            }
            return POSTGRES.getJdbcUrl("postgres", name);
        }

        private static void create(String name) throws SQLException {
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database \"" + name.replace("\"", "\"\"") + "\"");
            }
        }
    }
}
