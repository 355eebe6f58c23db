package dev.slipway.lab;

import dev.slipway.lab.folder.LabFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with labs without a host to run them on. */
public final class LabLint {
    private LabLint() {}

    /**
     * @param path the folder of a lab, of a course, or of courses
     * @param knownImages what the image store holds, such as {@code httpd:latest}; if empty, images are not compared
     * @return in the order of the files; empty if all is well
     */
    public static List<LabProblem> lint(Path path, Set<String> knownImages) {
        return LabFolders.read(List.of(path), knownImages.isEmpty() ? Optional.empty() : Optional.of(knownImages))
                .problems();
    }
}
