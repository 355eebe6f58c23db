package dev.slipway.terminal;

/**
 * The last part of what a terminal session's shell wrote.
 *
 * @param output begins with a whole character; what was not UTF-8 has become U+FFFD
 * @param complete whether it is everything since the recording began
 */
public record History(String output, boolean complete) {}
