package dev.slipway.lab.folder;

import dev.slipway.lab.LabId;
import dev.slipway.lab.persistence.LabContentRow;
import dev.slipway.lab.persistence.LabContentRows;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stores the files of labs in the database. */
@Component
final class StoredContents implements ContentStore {
    private final LabContentRows rows;
    private final Clock clock;

    StoredContents(LabContentRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void put(String digest, LabId lab, Map<String, byte[]> files) {
        if (!rows.existsById(digest)) {
            rows.saveAndFlush(new LabContentRow(digest, lab.value(), files, clock.instant()));
        }
    }

    @Override
    public Optional<Map<String, byte[]>> get(String digest) {
        return rows.findById(digest).map(LabContentRow::files);
    }
}
