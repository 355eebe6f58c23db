package dev.slipway.lab.folder;

import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Labs as attempts began them, read from their stored files (decision 13). The map of those that were read is the only
 * state; its monitor is held for a look or an entry, never while a lab is read.
 */
@Component
final class KeptLabs {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLabs.class);

    /** More than the versions of labs that are being worked on at a time; one takes some hundred KiB. */
    private static final int AT_HAND = 64;

    private static final HostKnowledge ANY_HOST = new HostKnowledge(Optional.empty(), Optional.empty());

    private final ContentStore store;
    private final Map<String, Lab> atHand = new LinkedHashMap<>(AT_HAND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Lab> eldest) {
            return size() > AT_HAND;
        }
    };

    KeptLabs(ContentStore store) {
        this.store = store;
    }

    /** Keeps what learners, checks and machines need of a lab: all but its solutions. */
    void keep(Lab lab, LabFolder source) {
        store.put(lab.digest(), lab.id(), source.files());
    }

    Optional<Lab> find(LabId id, String digest) {
        synchronized (atHand) {
            var known = atHand.get(digest);
            if (known != null) {
                return Optional.of(known);
            }
        }
        var read = store.get(digest).flatMap(files -> read(id, digest, files));
        read.ifPresent(lab -> {
            synchronized (atHand) {
                atHand.put(digest, lab);
            }
        });
        return read;
    }

    private static Optional<Lab> read(LabId id, String digest, Map<String, byte[]> files) {
        var reading = LabReader.read(LabFolder.of(id.value(), id.value(), files), ANY_HOST);
        if (reading.lab().isEmpty()) {
            LOG.warn(
                    "a kept lab cannot be read any more lab={} digest={} problems={}",
                    id,
                    digest,
                    reading.problems().size());
        }
        return reading.lab();
    }
}
