package dev.slipway.attempt.progress;

import dev.slipway.account.Actors;
import dev.slipway.attempt.AttemptSummaries;
import dev.slipway.attempt.AttemptSummary;
import dev.slipway.attempt.ProgressSummary.Count;
import dev.slipway.attempt.persistence.AttemptEntities;
import dev.slipway.attempt.persistence.AttemptLab;
import dev.slipway.attempt.persistence.AttemptLine;
import dev.slipway.attempt.persistence.ProgressLine;
import dev.slipway.lab.LabId;
import dev.slipway.sandbox.OpenSandboxes;
import dev.slipway.sandbox.SandboxSummary;
import dev.slipway.sandbox.Sandboxes;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Service;

/** Lists of the attempts in the database: one query for the attempts, and one for each kind of detail. */
@Service
final class JpaAttemptSummaries implements AttemptSummaries {
    private final AttemptEntities rows;
    private final Actors actors;
    private final Sandboxes sandboxes;

    JpaAttemptSummaries(AttemptEntities rows, Actors actors, Sandboxes sandboxes) {
        this.rows = rows;
        this.actors = actors;
        this.sandboxes = sandboxes;
    }

    @Override
    public Slice<AttemptSummary> history(AccountId actor, Pageable page) {
        var lines = rows.findLines(actors.require(actor).id().value(), page);
        return new SliceImpl<>(summaries(lines.getContent()), page, lines.hasNext());
    }

    @Override
    public List<AttemptSummary> standings(AccountId actor) {
        return summaries(rows.findStandings(actors.require(actor).id().value()));
    }

    @Override
    public OpenSandboxes machines(AccountId actor, Pageable page) {
        actors.require(actor).requireAdministrator();
        return sandboxes.open(page);
    }

    @Override
    public Map<AttemptId, LabId> labs(AccountId actor, Collection<AttemptId> attempts) {
        actors.require(actor).requireAdministrator();
        return rows.findLabs(attempts.stream().map(AttemptId::value).toList()).stream()
                .collect(Collectors.toMap(AttemptLab::attemptId, AttemptLab::labId));
    }

    private List<AttemptSummary> summaries(List<AttemptLine> lines) {
        var attempts = lines.stream().map(AttemptLine::id).toList();
        var tasks = ProgressLine.counts(rows.findTasks(attempts));
        var questions = ProgressLine.counts(rows.findQuestions(attempts));
        var machines = lines.stream()
                .map(AttemptLine::sandbox)
                .flatMap(Optional::stream)
                .toList();
        var states = sandboxes.summaries(machines).stream()
                .collect(Collectors.toMap(SandboxSummary::id, Function.identity()));
        return lines.stream()
                .map(line -> line.toSummary(
                        tasks.getOrDefault(line.id(), Count.NONE),
                        questions.getOrDefault(line.id(), Count.NONE),
                        line.sandbox().map(states::get)))
                .toList();
    }
}
