package dev.slipway.check.fact;

/**
 * How a command in the node ended.
 *
 * @param output the beginning of what it printed
 * @param truncated whether it printed more
 */
public record ExecFact(int status, String output, boolean truncated) {}
