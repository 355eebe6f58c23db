package dev.slipway.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** Tests compaction of a database file, with the platform's database settings. */
class H2CompactionTest {
    private static final int KEPT_ROWS = 200;

    private final Random random = new Random(7);

    @TempDir
    private Path data;

    private DataSource database;
    private H2Compaction compaction;

    @BeforeEach
    void open() throws SQLException {
        var source = new JdbcDataSource();
        source.setURL(url(data));
        database = source;
        compaction = new H2Compaction(database);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table evidence (id bigint primary key, facts varchar)");
        }
    }

    private static String url(Path data) {
        var settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yml"));
        return Objects.requireNonNull(settings.getObject())
                .getProperty("spring.datasource.url")
                .replace("${slipway.data}", data.toString());
    }

    private long fileBytes() throws IOException {
        return Files.size(data.resolve("db/slipway.mv.db"));
    }

    /** Runs transactions, each of which adds a row of some kilobytes and removes the oldest one. */
    private void churn(Connection connection, int from, int transactions) throws SQLException {
        try (var insert = connection.prepareStatement("insert into evidence values (?, ?)");
                var delete = connection.prepareStatement("delete from evidence where id = ?")) {
            for (var id = from; id < from + transactions; id++) {
                insert.setLong(1, id);
                insert.setString(2, noise(8000));
                insert.executeUpdate();
                delete.setLong(1, id - KEPT_ROWS);
                delete.executeUpdate();
                connection.commit();
            }
        }
    }

    private String noise(int length) {
        var text = new StringBuilder(length);
        random.ints(length, 'a', 'z').forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    @Test
    void fileReturnsToThreeTimesItsContentWhileTheDatabaseIsOpen() throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            churn(connection, 0, 3000);
            var grown = fileBytes();

            // Normal transactions continue while the file shrinks.
            await().untilAsserted(() -> {
                churn(connection, 3000, 1);
                connection.createStatement().execute("delete from evidence where id = 3000");
                connection.commit();
                compaction.compact();
                assertThat(fileBytes()).isLessThan(3L * KEPT_ROWS * 8000);
            });
            assertThat(grown).isGreaterThan(3L * KEPT_ROWS * 8000);
        }
    }

    @Test
    void committedRowsAreInTheFileAtOnceWhileItIsCompacted() throws SQLException, IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            for (var round = 0; round < 10; round++) {
                churn(connection, round * 100, 100);
                compaction.compact();
                connection
                        .prepareStatement("insert into evidence values (" + (1_000_000 + round) + ", 'kept')")
                        .executeUpdate();
                connection.commit();

                // The content of the file if the process were killed now.
                assertThat(rowsInCopyOfTheFile("id >= 1000000")).isEqualTo(round + 1);
            }
        }
    }

    private int rowsInCopyOfTheFile(String condition) throws IOException, SQLException {
        var copy = Files.createTempDirectory(data, "copy");
        Files.createDirectories(copy.resolve("db"));
        Files.copy(data.resolve("db/slipway.mv.db"), copy.resolve("db/slipway.mv.db"));
        var source = new JdbcDataSource();
        source.setURL(url(copy));
        try (var connection = source.getConnection();
                var rows =
                        connection.createStatement().executeQuery("select count(*) from evidence where " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
