package dev.slipway.check.fact;

/**
 * The result of a command in the node.
 *
 * @param output the beginning of its output
 * @param truncated whether there was more output
 */
public record ExecFact(int status, String output, boolean truncated) {}
