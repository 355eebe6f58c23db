package dev.slipway.lab;

/**
 * Something wrong with a lab: where, which rule, what is wrong and how it would be right.
 *
 * @param rule a stable name such as {@code unknown-key}
 */
public record LabProblem(SourcePosition position, String rule, String message, String example) {
    @Override
    public String toString() {
        return position + " [" + rule + "] " + message + (example.isEmpty() ? "" : " For example: " + example);
    }
}
