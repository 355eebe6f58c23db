package dev.slipway.cli;

import dev.slipway.check.CheckLint;
import dev.slipway.cli.LabTestOptions.UsageException;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.Proof;
import dev.slipway.lab.ProvableLab;
import dev.slipway.proof.ProofResult;
import dev.slipway.proof.Proofs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The command {@code lab test PATH… [--junit FILE] [--only NAME] [--jobs N]}: proves labs in real sandboxes and proves
 * quizzes with the answers that their authors marked as right. It prints a line for each run, then the failures and the
 * number of skipped proofs.
 */
public final class LabTestCommand {
    private static final List<String> NAME = List.of("lab", "test");
    private static final int USAGE = 2;

    private final LabTestOptions options;
    private final PrintStream out;

    private LabTestCommand(LabTestOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Returns whether the program's arguments begin with the name of this command. */
    public static boolean isMeant(List<String> arguments) {
        return arguments.size() >= NAME.size()
                && arguments.subList(0, NAME.size()).equals(NAME);
    }

    /**
     * Runs the proofs and returns the exit status: 0 if all proofs hold, 1 if a proof does not hold or no proof was
     * run, 2 if the arguments are wrong.
     *
     * @param platform starts a platform that reads its labs from the given folders and can create sandboxes; this
     *     command closes the platform at the end
     */
    public static int run(List<String> arguments, PrintStream out, Function<List<Path>, RunningProofs> platform)
            throws IOException, InterruptedException {
        try {
            var options = LabTestOptions.parse(arguments.subList(NAME.size(), arguments.size()));
            return new LabTestCommand(options, out).prove(platform);
        } catch (UsageException wrong) {
            out.println(wrong.getMessage());
            return USAGE;
        }
    }

    /** The proofs of a running platform. Closing this object stops the platform. */
    public interface RunningProofs extends AutoCloseable {
        /** Returns the API that runs proofs. */
        Proofs proofs();

        @Override
        void close();
    }

    private int prove(Function<List<Path>, RunningProofs> platform) throws IOException, InterruptedException {
        var errors = options.paths().stream()
                .flatMap(path -> CheckLint.lint(path, Set.of()).stream())
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            errors.stream().map(LabProblem::toString).forEach(out::println);
            out.println("No proof was run: fix these errors first. `lab lint` also shows warnings.");
            return 1;
        }
        var labs = ProvableLab.read(options.paths());
        var all = labs.stream().flatMap(lab -> QuizProof.of(lab.lab()).stream()).toList();
        var quizzes = all.stream()
                .filter(result -> options.includes(result.proof().name()))
                .toList();
        var proofs = labs.stream().mapToInt(lab -> lab.proofs().size()).sum() + all.size();
        var chosen = labs.stream().mapToInt(lab -> chosen(lab).size()).sum() + quizzes.size();
        if (chosen == 0) {
            out.println(proofs == 0 ? "There is nothing to prove: no lab here has proofs." : leftOut(proofs));
            return 1;
        }
        quizzes.stream().map(ProofReport::line).forEach(out::println);
        var results = Stream.concat(quizzes.stream(), results(labs, platform).stream())
                .toList();
        new ProofReport(results).printTo(out);
        if (chosen < proofs) {
            out.println(leftOut(proofs - chosen));
        }
        if (options.junit().isPresent()) {
            Files.writeString(options.junit().get(), JUnitXml.of(results));
        }
        return results.stream().allMatch(ProofResult::holds) ? 0 : 1;
    }

    private String leftOut(int count) {
        return "Skipped, because their names do not contain \"%s\" (--only): %d proofs."
                .formatted(options.only().orElse(""), count);
    }

    private List<Proof> chosen(ProvableLab lab) {
        return lab.proofs().stream()
                .filter(proof -> options.includes(proof.name()))
                .toList();
    }

    private List<ProofResult> results(List<ProvableLab> labs, Function<List<Path>, RunningProofs> platform)
            throws InterruptedException {
        if (labs.stream().allMatch(lab -> chosen(lab).isEmpty())) {
            return List.of();
        }
        try (var running = platform.apply(options.paths());
                var hands = Executors.newFixedThreadPool(options.jobs())) {
            var runs = labs.stream().flatMap(lab -> runs(lab, running.proofs())).toList();
            var results = new ArrayList<ProofResult>();
            for (var result : hands.invokeAll(runs)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException fault) {
            throw new IllegalStateException("a proof could not run", fault.getCause());
        }
    }

    private Stream<Callable<ProofResult>> runs(ProvableLab lab, Proofs proofs) {
        return chosen(lab).stream()
                .flatMap(proof -> IntStream.range(0, proof.runs()).mapToObj(_ -> () -> {
                    var result = proofs.prove(lab.lab(), proof);
                    out.println(ProofReport.line(result));
                    return result;
                }));
    }
}
