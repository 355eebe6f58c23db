package dev.slipway.lab.folder;

import dev.slipway.lab.LabId;
import java.util.Map;
import java.util.Optional;

/** Stores the files of labs under the lab's digest. */
interface ContentStore {

    /** Stores files unless there are files with this digest already. It is part of the caller's transaction. */
    void put(String digest, LabId lab, Map<String, byte[]> files);

    /** Returns the files by their paths. */
    Optional<Map<String, byte[]>> get(String digest);
}
