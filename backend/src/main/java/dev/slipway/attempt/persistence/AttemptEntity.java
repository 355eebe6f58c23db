package dev.slipway.attempt.persistence;

import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.AttemptChanged;
import dev.slipway.attempt.AttemptProgress;
import dev.slipway.attempt.GivenAnswer;
import dev.slipway.attempt.Lifetime;
import dev.slipway.check.Verdict;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabVersion;
import dev.slipway.lab.QuestionId;
import dev.slipway.lab.Scoring;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.SandboxId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stored attempt. Only the methods of this class change it. A method that records progress or a change of machines
 * returns whether the change applied; no such change applies to an attempt that has ended.
 */
@Entity
@Table(name = "attempt")
public class AttemptEntity {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Id
    private UUID id;

    @Column(name = "learner_id")
    private UUID learnerId;

    @Column(name = "lab_id")
    private String labId;

    @Column(name = "open_key")
    private @Nullable String openKey;

    @Column(name = "lab_title")
    private @Nullable String labTitle;

    @Column(name = "lab_version")
    private String labVersion;

    @Column(name = "lab_digest")
    private String labDigest;

    private String variables;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private int score;

    @Column(name = "max_score")
    private int maxScore;

    private boolean passed;

    @Column(name = "extensions_used")
    private int extensionsUsed;

    @Column(name = "evidence_bytes")
    private long evidenceBytes;

    @Column(name = "sandbox_id")
    private @Nullable String sandboxId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "task_progress", joinColumns = @JoinColumn(name = "attempt_id"))
    @MapKeyColumn(name = "task_id")
    private Map<String, TaskValue> tasks = new HashMap<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "question_progress", joinColumns = @JoinColumn(name = "attempt_id"))
    @MapKeyColumn(name = "question_id")
    private Map<String, QuestionValue> questions = new HashMap<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected AttemptEntity() {}

    public AttemptEntity(UUID id, AccountId learner, Lab lab, Map<String, String> variables, Instant now) {
        this.id = id;
        this.learnerId = learner.value();
        this.labId = lab.id().value();
        this.openKey = openKey(learner, lab.id());
        this.labTitle = lab.title();
        this.labVersion = lab.version().number();
        this.labDigest = lab.version().digest();
        this.variables = JSON.writeValueAsString(variables);
        this.startedAt = now;
        this.maxScore = lab.maxPoints();
        this.tasks.putAll(TaskValue.of(lab.tasks()));
        this.questions.putAll(QuestionValue.of(lab.quiz()));
    }

    public static String openKey(AccountId learner, LabId lab) {
        return learner + "/" + lab;
    }

    /** Assigns these machines to the attempt. */
    public boolean useMachines(SandboxId sandbox) {
        if (!isOpen()) {
            return false;
        }
        sandboxId = sandbox.value();
        return true;
    }

    /** Stores a verdict on one of the tasks, unless its facts come from machines that the attempt no longer uses. */
    public boolean decide(SandboxId sandbox, TaskId task, Verdict verdict, Instant at, Scoring scoring) {
        var value = tasks.get(task.value());
        if (!uses(sandbox) || value == null) {
            return false;
        }
        value.decide(verdict, at);
        count(scoring);
        return true;
    }

    /**
     * Takes a task's next hint, unless another request has taken a hint since the caller counted {@code taken} hints.
     */
    public boolean takeHint(TaskId task, int taken, Scoring scoring) {
        var value = tasks.get(task.value());
        if (!isOpen() || value == null || value.hintsTaken() != taken) {
            return false;
        }
        value.takeHint();
        count(scoring);
        return true;
    }

    /** Stores the learner's answer to a task. */
    public boolean answer(TaskId task, String answer) {
        var value = tasks.get(task.value());
        if (!isOpen() || value == null) {
            return false;
        }
        value.answer(answer);
        return true;
    }

    /** Stores an answer to a question; returns false if the attempt has ended or the question is decided or unknown. */
    public boolean answer(QuestionId question, GivenAnswer answer, Scoring scoring) {
        var value = questions.get(question.value());
        if (!isOpen() || value == null || !value.answer(answer)) {
            return false;
        }
        count(scoring);
        return true;
    }

    /** Uses one extension, if fewer than the maximum have been used. */
    public boolean extend(int maxExtensions) {
        if (!isOpen() || extensionsUsed >= maxExtensions) {
            return false;
        }
        extensionsUsed++;
        return true;
    }

    /** Resets the tasks for new machines. Hints stay taken, and questions stay answered. */
    public boolean restart(SandboxId machines, Scoring scoring) {
        if (!useMachines(machines)) {
            return false;
        }
        tasks.values().forEach(TaskValue::reset);
        extensionsUsed = 0;
        count(scoring);
        return true;
    }

    /** Adds the size of evidence that the same transaction stores; negative if the transaction removes evidence. */
    public void countEvidence(long bytes) {
        evidenceBytes += bytes;
    }

    /** Returns the size of the stored evidence in bytes. */
    public long evidenceBytes() {
        return evidenceBytes;
    }

    public boolean end(Instant now) {
        if (!isOpen()) {
            return false;
        }
        openKey = null;
        endedAt = now;
        return true;
    }

    /** Returns whether the attempt is open and uses these machines now. */
    public boolean uses(SandboxId sandbox) {
        return isOpen() && sandbox.value().equals(sandboxId);
    }

    /** Returns the machines that the attempt used last, even if they no longer exist. */
    public Optional<SandboxId> machines() {
        return Optional.ofNullable(sandboxId).map(SandboxId::new);
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    public AttemptId attemptId() {
        return new AttemptId(id);
    }

    public AccountId learner() {
        return new AccountId(learnerId);
    }

    /** Returns the version of the lab with which the attempt began. */
    public LabVersion lab() {
        return new LabVersion(new LabId(labId), labVersion, labDigest);
    }

    public Instant startedAt() {
        return startedAt;
    }

    public int hintsTaken(TaskId task) {
        return task(task).map(TaskValue::hintsTaken).orElse(0);
    }

    /** Returns a task's last verdict, if the task was ever evaluated. */
    public Optional<Verdict> verdict(TaskId task) {
        return task(task).flatMap(TaskValue::verdict);
    }

    public boolean knows(TaskId task) {
        return tasks.containsKey(task.value());
    }

    public boolean knows(QuestionId question) {
        return questions.containsKey(question.value());
    }

    public Map<String, String> variables() {
        return JSON.readValue(variables, new TypeReference<>() {});
    }

    /** Returns the learner's last answer to each task that has one. */
    public Map<TaskId, String> answers() {
        return TaskValue.answers(tasks);
    }

    /** Returns the kind of the assertion at which a task fails now; empty if its last verdict is not a failure. */
    public Optional<String> failing(TaskId task) {
        return task(task).flatMap(TaskValue::failing);
    }

    public Set<TaskId> passedTasks() {
        return TaskValue.passed(tasks);
    }

    /** Returns the event to publish after a change. */
    public AttemptChanged changed() {
        return new AttemptChanged(attemptId(), learner(), version);
    }

    /** Returns a snapshot for other components. */
    public Attempt toAttempt(int maxExtensions, Optional<Sandbox> sandbox) {
        return new Attempt(
                attemptId(),
                learner(),
                lab(),
                variables(),
                new Lifetime(startedAt, Optional.ofNullable(endedAt)),
                Math.max(0, maxExtensions - extensionsUsed),
                new AttemptProgress(
                        TaskValue.inOrder(tasks), QuestionValue.inOrder(questions), score, maxScore, passed),
                sandbox);
    }

    private Optional<TaskValue> task(TaskId task) {
        return Optional.ofNullable(tasks.get(task.value()));
    }

    private void count(Scoring scoring) {
        score = tasks.values().stream()
                        .mapToInt(task -> task.earned(scoring.hintCost()))
                        .sum()
                + questions.values().stream().mapToInt(QuestionValue::earned).sum();
        passed = score * 100 >= maxScore * scoring.passPercent();
    }
}
