package dev.slipway.lab.folder;

import dev.slipway.lab.LabId;
import java.util.Map;
import java.util.Optional;

/** Stores the files of labs under the lab's digest. */
interface ContentStore {

    /**
     * Stores files unless there are files with this digest already. The files are stored in the caller's transaction.
     */
    void put(String digest, LabId lab, Map<String, byte[]> files);

    /** Returns the files with this digest by their paths; empty if there are none. */
    Optional<Map<String, byte[]>> get(String digest);
}
