package dev.slipway.lab.folder;

import dev.slipway.lab.LabId;
import dev.slipway.lab.persistence.LabContentEntities;
import dev.slipway.lab.persistence.LabContentEntity;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stores the files of labs in the database. */
@Component
final class JpaContentStore implements ContentStore {
    private final LabContentEntities rows;
    private final Clock clock;

    JpaContentStore(LabContentEntities rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public void put(String digest, LabId lab, Map<String, byte[]> files) {
        if (!rows.existsById(digest)) {
            rows.saveAndFlush(new LabContentEntity(digest, lab.value(), files, clock.instant()));
        }
    }

    @Override
    public Optional<Map<String, byte[]>> get(String digest) {
        return rows.findById(digest).map(LabContentEntity::files);
    }
}
