package dev.slipway.check;

import dev.slipway.lab.LabLint;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.ProvableLab;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the problems of labs: the problems that {@link LabLint} finds, and the problems in the checks of the labs,
 * which {@link LabLint} does not parse.
 */
public final class CheckLint {
    private CheckLint() {}

    /**
     * Returns the problems of the labs in a folder; empty if there are none.
     *
     * @param path the folder of a lab, of a course, or of courses
     * @param knownImages the images in the image store, as for {@link LabLint#lint}
     */
    public static List<LabProblem> lint(Path path, Set<String> knownImages) {
        var ofChecks =
                ProvableLab.read(List.of(path)).stream().flatMap(lab -> CheckSyntax.problems(lab.lab()).stream());
        return Stream.concat(LabLint.lint(path, knownImages).stream(), ofChecks).toList();
    }
}
