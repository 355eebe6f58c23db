package dev.slipway.cli;

import static java.util.stream.Collectors.joining;

import dev.slipway.check.Verdict;
import dev.slipway.lab.Proof.Expected.Fail;
import dev.slipway.proof.ProofResult;
import dev.slipway.proof.TaskOutcome;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * The report of proof results for people: a line for each run, and all details of the runs whose proof does not hold.
 */
record ProofReport(List<ProofResult> results) {
    /** The most lines of a terminal's output in the report: as many as a usual terminal shows. */
    private static final int SCREEN_LINES = 25;

    ProofReport {
        results = List.copyOf(results);
    }

    /**
     * Returns a line for a run. If the proof holds, further lines follow: for each task that should fail at a named
     * assertion, the message that a learner would read.
     */
    static String line(ProofResult result) {
        return headline(result)
                + result.tasks().stream()
                        .filter(task -> result.proof().expected().get(task.task()) instanceof Fail(var kind)
                                && kind.isPresent()
                                && result.holds())
                        .map(task -> "\n       %s %s".formatted(task.task(), verdict(task)))
                        .collect(joining());
    }

    /**
     * Returns the messages that a learner with this wrong solution would read: for each task that should fail and does,
     * its id and the message.
     */
    static List<String> messages(ProofResult result) {
        return result.tasks().stream()
                .filter(task -> result.proof().script().isPresent())
                .filter(task -> result.proof().expected().get(task.task()) instanceof Fail)
                .filter(task -> task.verdict().orElse(null) instanceof Verdict.Failed)
                .map(task -> task.task() + " " + verdict(task))
                .toList();
    }

    private static String headline(ProofResult result) {
        return "%-4s %-28s %-48s %5.1f s"
                .formatted(
                        result.holds() ? "ok" : "FAIL",
                        result.lab(),
                        result.proof().name(),
                        result.took().toMillis() / 1000.0);
    }

    void printTo(PrintStream out) {
        results.stream().filter(result -> !result.holds()).forEach(result -> out.print(details(result)));
        var failed = results.stream().filter(result -> !result.holds()).count();
        var labs = results.stream().map(ProofResult::lab).distinct().count();
        out.println("%d labs, %d runs: %d hold, %d do not."
                .formatted(labs, results.size(), results.size() - failed, failed));
    }

    /** Returns the mismatches, verdicts and facts of a run, and the last lines of its terminals. */
    static String details(ProofResult result) {
        var text = new StringBuilder("\n%s, \"%s\" (%s)\n"
                .formatted(result.lab(), result.proof().name(), result.proof().position()));
        result.mismatches()
                .forEach(mismatch -> text.append("  ✗ ").append(mismatch).append('\n'));
        text.append("  Verdicts:\n");
        result.tasks().forEach(task -> text.append(task(task)));
        if (!result.screen().isEmpty()) {
            text.append("  Last lines of the terminals:\n");
            lastLines(result.screen())
                    .forEach(line -> text.append("  | ").append(line).append('\n'));
        }
        return text.append('\n').toString();
    }

    private static String task(TaskOutcome task) {
        var facts = task.facts().isEmpty() ? "" : "      facts: " + task.facts() + "\n";
        return "    %s: %s\n%s".formatted(task.task(), verdict(task), facts);
    }

    private static String verdict(TaskOutcome task) {
        return switch (task.verdict().orElse(null)) {
            case Verdict.Passed _ -> "passed";
            case Verdict.Failed failed ->
                String.format(
                        Locale.ROOT,
                        "failed at %s. %s Seen: %s. Expected: %s.",
                        failed.assertion(),
                        failed.reason(),
                        failed.seen(),
                        failed.expected());
            case Verdict.Errored(var cause) -> "could not be checked: " + cause;
            case Verdict.TimedOut(var cause) -> "took too long: " + cause;
            case null -> "not evaluated";
        };
    }

    private static List<String> lastLines(String screen) {
        var lines = screen.lines().toList();
        return lines.subList(Math.max(0, lines.size() - SCREEN_LINES), lines.size());
    }
}
