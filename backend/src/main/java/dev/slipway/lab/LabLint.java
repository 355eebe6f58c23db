package dev.slipway.lab;

import dev.slipway.lab.folder.LabFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds problems of labs by reading their files. No host that could run the labs is needed. */
public final class LabLint {
    private LabLint() {}

    /**
     * Reads labs and returns their problems.
     *
     * @param path the folder of a lab, of a course, or of several courses
     * @param knownImages the images in the image store, such as {@code httpd:latest}; if empty, the lab's images are
     *     not checked
     * @return the problems in the order of the files; empty if there are none
     */
    public static List<LabProblem> lint(Path path, Set<String> knownImages) {
        return LabFolders.read(List.of(path), knownImages.isEmpty() ? Optional.empty() : Optional.of(knownImages))
                .problems();
    }
}
