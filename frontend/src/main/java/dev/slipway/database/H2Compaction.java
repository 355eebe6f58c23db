package dev.slipway.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the file of the embedded database below three times the size of its content. A committed transaction must
 * survive a killed process, so the database runs with {@code WRITE_DELAY=0}. With this setting, H2 does not start the
 * background thread that otherwise rewrites half-empty chunks and frees their space. This class does that work instead,
 * in steps that are too small to delay a commit for long.
 */
@Component
final class H2Compaction {
    private static final Logger log = LoggerFactory.getLogger(H2Compaction.class);

    /** Chunks with less live content than this percentage are rewritten. */
    private static final int CHUNK_FILL_PERCENT = 80;

    /** The file is shortened when less than this percentage of it is in use. */
    private static final int FILE_FILL_PERCENT = 70;

    /** The most bytes that one step writes. A step takes about 10 ms on the reference machine. */
    private static final int STEP_BYTES = 4 << 20;

    /**
     * The most steps of one round. Together, they rewrite more bytes than a busy platform writes between two rounds.
     */
    private static final int STEPS = 4;

    private final DataSource database;

    H2Compaction(DataSource database) {
        this.database = database;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void compact() {
        try {
            store().ifPresent(H2Compaction::compact);
        } catch (SQLException | MVStoreException e) {
            log.warn("database file could not be compacted", e);
        }
    }

    /** Returns the store of an H2 database, or nothing for any other database. */
    private Optional<MVStore> store() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.isWrapperFor(JdbcConnection.class)
                            && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
                    ? Optional.of(session.getDatabase().getStore().getMvStore())
                    : Optional.empty();
        }
    }

    private static void compact(MVStore store) {
        var steps = 0;
        while (steps < STEPS && store.compact(CHUNK_FILL_PERCENT, STEP_BYTES)) {
            steps++;
        }
        if (store.getFileStore() instanceof RandomAccessStore file) {
            file.compactMoveChunks(FILE_FILL_PERCENT, STEP_BYTES, store);
        }
    }
}
