package dev.slipway.lab.folder;

import dev.slipway.lab.LabId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stores the files of labs in memory. Two platforms with the same instance find each other's files. */
final class MemoryContents implements ContentStore {
    private final Map<String, Map<String, byte[]>> contents = new HashMap<>();

    @Override
    public void put(String digest, LabId lab, Map<String, byte[]> files) {
        contents.putIfAbsent(digest, Map.copyOf(files));
    }

    @Override
    public Optional<Map<String, byte[]>> get(String digest) {
        return Optional.ofNullable(contents.get(digest));
    }

    int size() {
        return contents.size();
    }
}
