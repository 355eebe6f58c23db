package dev.slipway.cli;

import dev.slipway.lab.LabLint;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code lab lint PATH…}: says what is wrong with labs, each problem on a line with its place. */
public final class LabLintCommand {
    private static final List<String> NAME = List.of("lab", "lint");
    private static final int USAGE = 2;

    private LabLintCommand() {}

    /** Whether these arguments of the jar mean this command. */
    public static boolean isMeant(List<String> arguments) {
        return arguments.size() >= NAME.size()
                && arguments.subList(0, NAME.size()).equals(NAME);
    }

    /** Returns the exit status: 0 if learners can be given these labs, 1 if not, 2 if the arguments are wrong. */
    public static int run(List<String> arguments, PrintStream out) {
        var paths = arguments.stream().skip(NAME.size()).map(Path::of).toList();
        var missing = paths.stream().filter(path -> !Files.isDirectory(path)).toList();
        if (paths.isEmpty() || !missing.isEmpty()) {
            out.println(paths.isEmpty() ? "Name the folder of a lab or of a course." : "There is no folder " + missing);
            return USAGE;
        }
        var problems = paths.stream().flatMap(LabLintCommand::problems).toList();
        problems.forEach(problem -> out.println(problem.severity() + " " + problem));
        out.println(problems.isEmpty() ? "No problems." : problems.size() + " problems.");
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR) ? 1 : 0;
    }

    private static Stream<LabProblem> problems(Path path) {
        return LabLint.lint(path, Set.of()).stream();
    }
}
