package dev.slipway.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The options of {@code lab test}.
 *
 * @param paths folders of labs or of courses, absolute
 * @param junit file for the report that continuous integration reads
 * @param only a part of a proof's name; proofs whose name does not contain this part are skipped
 * @param jobs number of proofs that run at once
 */
record LabTestOptions(List<Path> paths, Optional<Path> junit, Optional<String> only, int jobs) {
    /** Proofs mostly wait until engines have started; more than three at once only slow each other down. */
    private static final int USUAL_JOBS = 3;

    private static final int MOST_JOBS = 16;

    /** Reports wrong arguments. The message names the correct arguments. */
    static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }

    LabTestOptions {
        paths = List.copyOf(paths);
    }

    static LabTestOptions parse(List<String> arguments) throws UsageException {
        var paths = new ArrayList<Path>();
        Optional<Path> junit = Optional.empty();
        Optional<String> only = Optional.empty();
        var jobs = USUAL_JOBS;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            switch (argument) {
                case "--junit" -> junit = Optional.of(Path.of(value(rest, "--junit needs the name of a file.")));
                case "--only" -> only = Optional.of(value(rest, "--only needs a part of the names of proofs."));
                case "--jobs" -> jobs = number(value(rest, "--jobs needs a number."));
                default -> paths.add(folder(argument));
            }
        }
        if (paths.isEmpty()) {
            throw new UsageException("Name the folder of a lab or of a course.");
        }
        return new LabTestOptions(paths, junit, only, jobs);
    }

    /** Returns whether a proof with this name runs. */
    boolean includes(String proof) {
        return only.isEmpty() || proof.contains(only.get());
    }

    private static String value(Iterator<String> rest, String complaint) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(complaint);
        }
        return rest.next();
    }

    private static Path folder(String argument) throws UsageException {
        if (argument.startsWith("--")) {
            throw new UsageException("There is no option " + argument + ". Options: --junit, --only, --jobs.");
        }
        var path = Path.of(argument).toAbsolutePath().normalize();
        if (!Files.isDirectory(path)) {
            throw new UsageException("There is no folder " + path + ".");
        }
        return path;
    }

    private static int number(String text) throws UsageException {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_JOBS) {
            throw new UsageException("--jobs needs a number from 1 to " + MOST_JOBS + ", not " + text + ".");
        }
        return Integer.parseInt(text);
    }
}
