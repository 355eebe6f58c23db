package dev.slipway.lab;

import dev.slipway.lab.folder.LabFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A lab with its proofs. Learners receive only the lab, not the proofs. */
public record ProvableLab(Lab lab, List<Proof> proofs) {
    public ProvableLab {
        proofs = List.copyOf(proofs);
    }

    /**
     * Reads the valid labs of folders with their proofs.
     *
     * @param paths folders of labs, of courses, or of several courses
     * @return the labs without errors, sorted by id; {@link LabLint} reports the errors of the other labs
     */
    public static List<ProvableLab> read(List<Path> paths) {
        var contents = LabFolders.read(paths, Optional.empty());
        return contents.labs().values().stream()
                .sorted((one, other) -> one.id().value().compareTo(other.id().value()))
                .map(lab -> new ProvableLab(lab, contents.proofs().getOrDefault(lab.id(), List.of())))
                .toList();
    }
}
