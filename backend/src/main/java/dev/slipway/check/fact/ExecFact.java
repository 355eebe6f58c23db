package dev.slipway.check.fact;

/**
 * The result of a command that ran in the node.
 *
 * @param output the beginning of the output
 * @param truncated whether the command printed more than {@code output}
 */
public record ExecFact(int status, String output, boolean truncated) {}
