package dev.slipway.cli;

import dev.slipway.check.CheckLint;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.ProvableLab;
import dev.slipway.proof.ProofResult;
import dev.slipway.proof.Proofs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * {@code lab test PATH… [--junit FILE]}: proves labs on real sandboxes and quizzes by their answers, each run on a line,
 * then what went wrong.
 */
public final class LabTestCommand {
    private static final List<String> NAME = List.of("lab", "test");
    private static final int USAGE = 2;

    /** Proofs mostly wait for engines to start; more at a time than this only makes each of them slower. */
    private static final int AT_A_TIME = 3;

    private final List<Path> paths;
    private final Optional<Path> junit;
    private final PrintStream out;

    private LabTestCommand(List<Path> paths, Optional<Path> junit, PrintStream out) {
        this.paths = paths;
        this.junit = junit;
        this.out = out;
    }

    /** Whether these arguments of the jar mean this command. */
    public static boolean isMeant(List<String> arguments) {
        return arguments.size() >= NAME.size()
                && arguments.subList(0, NAME.size()).equals(NAME);
    }

    /**
     * Returns the exit status: 0 if all proofs hold, 1 if not, 2 if the arguments are wrong.
     *
     * @param platform starts a platform that reads its labs from these folders and has machines; closed at the end
     */
    public static int run(List<String> arguments, PrintStream out, Function<List<Path>, RunningProofs> platform)
            throws IOException, InterruptedException {
        var paths = new ArrayList<Path>();
        Optional<Path> junit = Optional.empty();
        var rest = arguments.subList(NAME.size(), arguments.size()).iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (!argument.equals("--junit")) {
                paths.add(Path.of(argument).toAbsolutePath().normalize());
            } else if (rest.hasNext()) {
                junit = Optional.of(Path.of(rest.next()));
            } else {
                out.println("--junit wants the name of a file.");
                return USAGE;
            }
        }
        var missing = paths.stream().filter(path -> !Files.isDirectory(path)).toList();
        if (paths.isEmpty() || !missing.isEmpty()) {
            out.println(paths.isEmpty() ? "Name the folder of a lab or of a course." : "There is no folder " + missing);
            return USAGE;
        }
        return new LabTestCommand(paths, junit, out).prove(platform);
    }

    /** Proofs and the platform behind them. */
    public interface RunningProofs extends AutoCloseable {
        Proofs proofs();

        @Override
        void close();
    }

    private int prove(Function<List<Path>, RunningProofs> platform) throws IOException, InterruptedException {
        var errors = paths.stream()
                .flatMap(path -> CheckLint.lint(path, Set.of()).stream())
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            errors.stream().map(LabProblem::toString).forEach(out::println);
            out.println("Nothing was tried: mend these first. `lab lint` shows warnings, too.");
            return 1;
        }
        var labs = ProvableLab.read(paths);
        var quizzes =
                labs.stream().flatMap(lab -> QuizProof.of(lab.lab()).stream()).toList();
        if (quizzes.isEmpty() && labs.stream().allMatch(lab -> lab.proofs().isEmpty())) {
            out.println("There is nothing to prove: no lab here has proofs.");
            return 1;
        }
        quizzes.stream().map(ProofReport::line).forEach(out::println);
        var results = Stream.concat(quizzes.stream(), results(labs, platform).stream())
                .toList();
        var report = new ProofReport(results);
        report.printTo(out);
        if (junit.isPresent()) {
            Files.writeString(junit.get(), JUnitXml.of(results));
        }
        return results.stream().allMatch(ProofResult::holds) ? 0 : 1;
    }

    private List<ProofResult> results(List<ProvableLab> labs, Function<List<Path>, RunningProofs> platform)
            throws InterruptedException {
        if (labs.stream().allMatch(lab -> lab.proofs().isEmpty())) {
            return List.of();
        }
        try (var running = platform.apply(paths);
                var hands = Executors.newFixedThreadPool(AT_A_TIME)) {
            var runs = labs.stream().flatMap(lab -> runs(lab, running.proofs())).toList();
            var results = new ArrayList<ProofResult>();
            for (var result : hands.invokeAll(runs)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a proof could not be tried", fault.getCause());
        }
    }

    private Stream<Callable<ProofResult>> runs(ProvableLab lab, Proofs proofs) {
        return lab.proofs().stream()
                .flatMap(proof -> IntStream.range(0, proof.runs()).mapToObj(_ -> () -> {
                    var result = proofs.prove(lab.lab(), proof);
                    out.println(ProofReport.line(result));
                    return result;
                }));
    }
}
