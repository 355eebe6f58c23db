package dev.slipway.lab.folder;

import dev.slipway.lab.LabId;
import java.util.Map;
import java.util.Optional;

/** Files of labs by the digest that they were read with. */
interface ContentStore {

    /** Stores files unless there are some with this digest; part of the caller's transaction. */
    void put(String digest, LabId lab, Map<String, byte[]> files);

    /** The files by their paths. */
    Optional<Map<String, byte[]>> get(String digest);
}
