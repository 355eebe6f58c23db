package dev.slipway.lab;

/**
 * A problem of a lab: its position, the rule that the lab violates, the message, and a correct example.
 *
 * @param rule stable name of the rule, such as {@code unknown-key}
 * @param example a correct example in YAML or Markdown; may be empty
 */
public record LabProblem(SourcePosition position, Severity severity, String rule, String message, String example) {
    public LabProblem(SourcePosition position, String rule, String message, String example) {
        this(position, Severity.ERROR, rule, message, example);
    }

    @Override
    public String toString() {
        return position + " [" + rule + "] " + message + (example.isEmpty() ? "" : " For example: " + example);
    }

    /** The consequence of a problem. */
    public enum Severity {
        /** The lab or course in its present form is not added to the catalogue. */
        ERROR,
        /** The lab is in the catalogue, but learners may have difficulties with the lab. */
        WARNING
    }
}
