package dev.slipway.cli;

import dev.slipway.check.CheckLint;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.sandbox.NodeImages;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command {@code lab lint PATH… [--images FILE]}: prints the problems of labs, one per line with its position. The
 * file lists the images of the image store. Without this option, the command does not check whether the image store
 * contains the images that labs name.
 */
public final class LabLintCommand {
    private static final List<String> NAME = List.of("lab", "lint");
    private static final int USAGE = 2;

    private LabLintCommand() {}

    /** Returns whether the program's arguments begin with the name of this command. */
    public static boolean isMeant(List<String> arguments) {
        return arguments.size() >= NAME.size()
                && arguments.subList(0, NAME.size()).equals(NAME);
    }

    /**
     * Prints the problems and returns the exit status: 0 if no problem is an error, 1 if at least one problem is an
     * error, 2 if the arguments are wrong.
     */
    public static int run(List<String> arguments, PrintStream out) {
        var paths = new ArrayList<Path>();
        var images = Set.<String>of();
        var rest = arguments.subList(NAME.size(), arguments.size()).iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (!argument.equals("--images")) {
                paths.add(Path.of(argument));
            } else if (rest.hasNext()) {
                images = images(Path.of(rest.next()), out);
            } else {
                out.println("--images needs the name of a file.");
                return USAGE;
            }
        }
        var missing = paths.stream().filter(path -> !Files.isDirectory(path)).toList();
        if (paths.isEmpty() || !missing.isEmpty()) {
            out.println(paths.isEmpty() ? "Name the folder of a lab or of a course." : "There is no folder " + missing);
            return USAGE;
        }
        return lint(paths, images, out);
    }

    private static int lint(List<Path> paths, Set<String> images, PrintStream out) {
        var problems = paths.stream()
                .flatMap(path -> CheckLint.lint(path, images).stream())
                .toList();
        problems.forEach(problem -> out.println(problem.severity() + " " + problem));
        out.println(problems.isEmpty() ? "No problems." : problems.size() + " problems.");
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR) ? 1 : 0;
    }

    private static Set<String> images(Path file, PrintStream out) {
        try {
            return Set.copyOf(JsonMapper.shared()
                    .readValue(file.toFile(), NodeImages.class)
                    .catalog());
        } catch (JacksonException unreadable) {
            out.println("The images of labs are not compared: " + file + " cannot be read.");
            return Set.of();
        }
    }
}
