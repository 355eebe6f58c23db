package dev.slipway.api.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;

/** Reads all rows of all tables, so that a test sees a change wherever it is. */
final class DatabaseContent {
    private final JdbcClient database;

    DatabaseContent(JdbcClient database) {
        this.database = database;
    }

    /** Returns a line for each row, as in {@code attempt: …}. */
    Stream<String> lines() {
        return tables().stream()
                .flatMap(table ->
                        database
                                .sql("select * from " + table)
                                .query((row, _) -> table + ": " + text(row))
                                .list()
                                .stream());
    }

    private List<String> tables() {
        return database.sql("""
                        select lower(table_name) from information_schema.tables
                        where lower(table_schema) = 'public' and table_type = 'BASE TABLE'
                          and lower(table_name) <> 'flyway_schema_history'
                        """).query(String.class).list();
    }

    private static String text(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var text = new StringJoiner(", ");
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            text.add(columns.getColumnName(column) + "=" + text(JdbcUtils.getResultSetValue(row, column)));
        }
        return text.toString();
    }

    private static String text(@Nullable Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
    }
}
