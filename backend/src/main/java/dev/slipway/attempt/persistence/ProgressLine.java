package dev.slipway.attempt.persistence;

import dev.slipway.attempt.ProgressSummary.Count;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A task or question of an attempt, from which the numbers of a {@link Count} are computed. */
public sealed interface ProgressLine permits TaskLine, QuestionLine {
    UUID attempt();

    boolean done();

    /** Returns the number of done lines and of all lines of each attempt. */
    static Map<UUID, Count> counts(Collection<? extends ProgressLine> lines) {
        return lines.stream()
                .collect(Collectors.toMap(
                        ProgressLine::attempt,
                        line -> new Count(line.done() ? 1 : 0, 1),
                        (some, more) -> new Count(some.done() + more.done(), some.all() + more.all())));
    }
}
