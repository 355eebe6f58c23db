package dev.slipway.check.fact;

/**
 * What a connection to a port meets.
 *
 * @param open whether something takes it
 * @param greeting the beginning of what the server says by itself, empty if it says nothing
 */
public record TcpFact(boolean open, String greeting) {}
