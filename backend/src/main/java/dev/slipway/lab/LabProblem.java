package dev.slipway.lab;

/**
 * Something wrong with a lab: where, which rule, what is wrong and how it would be right.
 *
 * @param rule a stable name such as {@code unknown-key}
 * @param example how it would be right, in YAML or Markdown; may be empty
 */
public record LabProblem(SourcePosition position, Severity severity, String rule, String message, String example) {
    public LabProblem(SourcePosition position, String rule, String message, String example) {
        this(position, Severity.ERROR, rule, message, example);
    }

    @Override
    public String toString() {
        return position + " [" + rule + "] " + message + (example.isEmpty() ? "" : " For example: " + example);
    }

    /** What follows from a problem. */
    public enum Severity {
        /** The lab or course is not offered to learners. */
        ERROR,
        /** It is offered, and somebody will stumble. */
        WARNING
    }
}
