package dev.slipway.lab.folder;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The versions of labs with which attempts began, read from their stored files (decision 13). Its only state is a cache
 * of labs. Threads hold the object's monitor only to read or write an entry, never while they read a lab.
 */
@Component
final class KeptLabs {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLabs.class);

    /**
     * Size of the cache: more than the number of versions that are in use at a time. A version takes some hundred KiB.
     */
    private static final int AT_HAND = 64;

    private static final HostKnowledge ANY_HOST = new HostKnowledge(Optional.empty(), Optional.empty());

    private final ContentStore store;

    @GuardedBy("this")
    private final Map<String, Lab> atHand = new LinkedHashMap<>(AT_HAND, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Lab> eldest) {
            return size() > AT_HAND;
        }
    };

    KeptLabs(ContentStore store) {
        this.store = store;
    }

    /**
     * Stores the files of a lab that learners, checks and nodes need. The caller must pass the files without the
     * solutions.
     */
    void keep(Lab lab, LabFolder source) {
        store.put(lab.version().digest(), lab.id(), source.files());
    }

    Optional<Lab> find(LabVersion version) {
        var digest = version.digest();
        var known = cached(digest);
        if (known.isPresent()) {
            return known;
        }
        var read = store.get(digest).flatMap(files -> read(version, files));
        read.ifPresent(lab -> cache(digest, lab));
        return read;
    }

    private synchronized Optional<Lab> cached(String digest) {
        return Optional.ofNullable(atHand.get(digest));
    }

    private synchronized void cache(String digest, Lab lab) {
        atHand.put(digest, lab);
    }

    private static Optional<Lab> read(LabVersion version, Map<String, byte[]> files) {
        var id = version.id().value();
        var reading = LabReader.read(LabFolder.of(id, id, files), ANY_HOST);
        if (reading.lab().isEmpty()) {
            LOG.warn(
                    "a stored lab has become unreadable lab={} digest={} problems={}",
                    id,
                    version.digest(),
                    reading.problems().size());
        }
        return reading.lab();
    }
}
