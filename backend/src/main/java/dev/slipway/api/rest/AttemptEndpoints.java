package dev.slipway.api.rest;

import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptSummaries;
import dev.slipway.attempt.Attempts;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.TaskId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for attempts. {@link Attempts} checks the permissions of the account that owns the token. */
@RestController
@RequestMapping("/api/v1/attempts")
@Tag(name = "attempts")
class AttemptEndpoints {
    private final Attempts attempts;
    private final AttemptSummaries summaries;
    private final Labs labs;
    private final CurrentAccount current;

    AttemptEndpoints(Attempts attempts, AttemptSummaries summaries, Labs labs, CurrentAccount current) {
        this.attempts = attempts;
        this.summaries = summaries;
        this.labs = labs;
        this.current = current;
    }

    record Start(@NotNull String lab) {}

    record Answer(@NotNull String answer) {}

    record HintBody(String text, String html) {}

    @PostMapping
    @Operation(summary = "Starts an attempt (201), or returns the open attempt at this lab (200)")
    ResponseEntity<AttemptBody> start(@RequestBody @Valid Start body) {
        var actor = current.requireId();
        var lab = Ids.read("lab", body.lab(), LabId::new);
        var resumed = attempts.findOpen(actor, lab).isPresent();
        var attempt = attempts.start(actor, lab);
        return ResponseEntity.status(resumed ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/v1/attempts/" + attempt.id()))
                .body(body(attempt));
    }

    @GetMapping
    @Operation(summary = "The account's own attempts, newest first, in pages")
    ResponseEntity<List<AttemptSummaryBody>> history(@ParameterObject @Valid PageQuery query) {
        var found = summaries.history(current.requireId(), query.request()).map(AttemptSummaryBody::of);
        return ResponseEntity.ok().headers(query.links(found)).body(found.getContent());
    }

    @GetMapping("/{id}")
    @Operation(summary = "An attempt with its tasks, verdicts, score and machines")
    AttemptBody get(@PathVariable UUID id) {
        return body(attempts.get(current.requireId(), new AttemptId(id)));
    }

    @PostMapping("/{id}/check")
    @Operation(summary = "Evaluates the open tasks now")
    AttemptBody check(@PathVariable UUID id) {
        return body(attempts.checkNow(current.requireId(), new AttemptId(id)));
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "Ends the attempt: its score is kept, its machines are removed")
    AttemptBody end(@PathVariable UUID id) {
        return body(attempts.end(current.requireId(), new AttemptId(id)));
    }

    @PostMapping("/{id}/restart")
    @Operation(summary = "Gives the attempt new machines; progress starts again")
    AttemptBody restart(@PathVariable UUID id) {
        return body(attempts.restart(current.requireId(), new AttemptId(id)));
    }

    @PostMapping("/{id}/extend")
    @Operation(summary = "Extends the lease by the time that the lab allows")
    AttemptBody extend(@PathVariable UUID id) {
        return body(attempts.extend(current.requireId(), new AttemptId(id)));
    }

    @PostMapping("/{id}/nodes/{node}/reset")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Recreates one node in the background")
    void reset(@PathVariable UUID id, @PathVariable String node) {
        attempts.resetNode(current.requireId(), new AttemptId(id), Ids.read("node", node, NodeName::new));
    }

    @PutMapping("/{id}/tasks/{task}/answer")
    @Operation(summary = "Answers a task that asks for an answer, and evaluates the open tasks")
    AttemptBody answer(@PathVariable UUID id, @PathVariable String task, @RequestBody @Valid Answer body) {
        var known = Ids.read("task", task, TaskId::new);
        return body(attempts.answer(current.requireId(), new AttemptId(id), known, body.answer()));
    }

    @PostMapping("/{id}/questions/{question}/answers")
    @Operation(summary = "Answers a question of the quiz, with the numbers of options or with a text")
    AttemptBody answer(@PathVariable UUID id, @PathVariable String question, @RequestBody @Valid QuizAnswerBody body) {
        var known = Ids.read("question", question, QuestionId::new);
        return body(attempts.answer(current.requireId(), new AttemptId(id), known, body.answer()));
    }

    @PostMapping("/{id}/tasks/{task}/hints")
    @Operation(summary = "Reveals the next hint of a task, at the cost that the lab defines")
    HintBody hint(@PathVariable UUID id, @PathVariable String task) {
        var actor = current.requireId();
        var attempt = new AttemptId(id);
        var hint = attempts.takeHint(actor, attempt, Ids.read("task", task, TaskId::new));
        var variables = attempts.get(actor, attempt).variables();
        return new HintBody(hint.text(), labs.renderInline(hint.text(), variables));
    }

    private AttemptBody body(Attempt attempt) {
        return AttemptBody.of(attempt, labs.find(attempt.lab()));
    }
}
